import { expect, test } from 'vitest'
import { begun, recorded, undone } from './history.ts'
import { keptHistory, keptText } from './kept-history.ts'
import type { Recipe } from './recipe.ts'

const recipe = (note: string): Recipe => ({ schema: 1, source: { dataset: 'people', columns: [] }, steps: [{ id: 's1', op: 'drop', v: 1, params: { columns: ['c1'] }, enabled: true, note }] })
const long = (notes: readonly string[]) => notes.map(recipe).reduce(recorded, begun(recipe('first')))

test('a history comes back around the recipe of the same file, and only of that', () => {
  const history = undone(long(['second', 'third']))
  const text = keptText('abc', history) ?? ''
  expect(keptHistory(text, 'abc', history.now)).toEqual(history)
  expect([keptHistory(text, 'abd', history.now), keptHistory(null, null, history.now), keptHistory('{"hash"', 'abc', history.now), keptHistory('{"hash":"abc","past":[1],"next":[]}', 'abc', history.now)]).toEqual([undefined, undefined, undefined, undefined])
})

test('what is kept is bounded, the nearest changes first', () => {
  const many = long(Array.from({ length: 240 }, (_, i) => `change ${i}`))
  expect(keptHistory(keptText('abc', many) ?? '', 'abc', many.now)?.past).toEqual(many.past.slice(-200))
  const wide = long(Array.from({ length: 20 }, () => 'x'.repeat(40_000)))
  expect(keptHistory(keptText('abc', wide) ?? '', 'abc', wide.now)?.past).toEqual(wide.past.slice(-12))
  expect(keptText('abc', long(['x'.repeat(600_000), 'now']))).toBe(undefined)
})
