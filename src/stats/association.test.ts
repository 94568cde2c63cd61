import { expect, test } from 'vitest'
import { cramersV } from './association.ts'

test('Cramér’s V follows from the χ² of oracles.json (3cat 500/300/200 vs 200/180/120: χ² = 13.392857, n = 1500)', () => {
  expect(cramersV([[500, 300, 200], [200, 180, 120]])).toBeCloseTo(Math.sqrt(13.392857142857144 / 1500), 12)
})

test('columns that tell each other have V = 1, independent ones 0', () => {
  expect([cramersV([[5, 0], [0, 5]]), cramersV([[4, 4], [4, 4]])]).toEqual([1, 0])
})

test('one level has no V', () => {
  expect([cramersV([[5, 7]]), cramersV([])]).toEqual([null, null])
})
