import { expect, test } from 'vitest'
import { begun, recorded, redone, undone } from './history.ts'

test('undo and redo walk the same values', () => {
  const history = recorded(recorded(begun('a'), 'b'), 'c')
  expect(undone(history)).toEqual({ past: ['a'], now: 'b', next: ['c'] })
  expect(undone(undone(undone(history)))).toEqual({ past: [], now: 'a', next: ['b', 'c'] })
  expect(redone(undone(history))).toEqual(history)
  expect(redone(history)).toEqual(history)
})

test('a new value after an undo forgets what was undone', () => {
  expect(recorded(undone(recorded(begun('a'), 'b')), 'd')).toEqual({ past: ['a'], now: 'd', next: [] })
})
