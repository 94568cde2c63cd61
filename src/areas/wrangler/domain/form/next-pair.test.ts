import { expect, test } from 'vitest'
import { nextPair } from './next-pair.ts'

const here = [{ id: 'c0', name: 'date' }, { id: 'c1', name: 'Origin' }, { id: 'c2', name: 'id' }]
const there = [{ id: 'c0', name: 'name' }, { id: 'c1', name: 'origin ' }, { id: 'c2', name: 'id' }]

test('keys of one name are paired first, those that differ in case after', () => {
  const first = nextPair(here, there, [])
  expect(first).toEqual({ left: 'c2', right: 'c2' })
  expect(nextPair(here, there, [{ left: 'c2', right: 'c2' }])).toEqual({ left: 'c1', right: 'c1' })
  expect(nextPair(here.slice(0, 1), there.slice(0, 1), [])).toEqual({ left: 'c0', right: 'c0' })
  expect(nextPair(here.slice(0, 1), [], [])).toBeUndefined()
})
