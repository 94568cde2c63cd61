import { expect, test } from 'vitest'
import { barScale, spreadScale } from './row-scale.ts'

test('bars start at 0, to either side', () => {
  expect([barScale([1, 4]), barScale([-2, 2])].map((scale) => [scale.fromZero, scale.at(0)])).toEqual([[true, 0], [true, 50]])
  expect([barScale([]).fromZero, barScale([0, 0]).at(0), barScale([3]).fromZero]).toEqual([true, 0, true])
})

test('values that lie within a fifth of their size are told apart on a cut axis', () => {
  const scale = barScale([0.84, 0.86])
  expect([scale.fromZero, scale.at(0.86) - scale.at(0.84) > 60]).toEqual([false, true])
  expect(scale.ticks.filter(({ words }) => words !== '').length).toBeLessThanOrEqual(4)
})

test('a spread fills the track', () => {
  const scale = spreadScale([10, 20])
  expect([scale.at(10) > 0, scale.at(10) < 10, scale.at(20) > 90]).toEqual([true, true, true])
})
