import { expect, test } from 'vitest'
import { edited, isDirty, kept, opened, saved, seen, taken } from './document.ts'

const one = { text: 'one', hash: '1' }
const two = { text: 'two', hash: '2' }

test('a change on disk is taken over while nothing was edited', () => {
  expect(seen(opened(one), two)).toEqual(opened(two))
})

test('a change on disk is told while there are edits, and theirs or mine is kept', () => {
  const both = seen(edited(opened(one), 'mine'), two)
  expect(both).toEqual({ base: one, mine: 'mine', theirs: two })
  expect(taken(both)).toEqual(opened(two))
  expect(kept(both)).toEqual({ base: two, mine: 'mine', theirs: undefined })
})

test('the same text on disk is no conflict', () => {
  expect(seen(edited(opened(one), 'two'), two)).toEqual(opened(two))
  expect(seen(seen(edited(opened(one), 'mine'), two), one).theirs).toBeUndefined()
})

test('a file that is gone can be saved anew', () => {
  const gone = seen(edited(opened(one), 'mine'), 'gone')
  expect(gone.theirs).toBe('gone')
  expect(kept(gone)).toEqual({ base: { text: '', hash: null }, mine: 'mine', theirs: undefined })
})

test('what was typed while it was saved stays unsaved', () => {
  const after = saved(edited(edited(opened(one), 'two'), 'two more'), two)
  expect([isDirty(after), after.base]).toEqual([true, two])
})
