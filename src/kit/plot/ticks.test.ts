import { expect, test } from 'vitest'
import { linear, niceTicks, tickWords } from './ticks.ts'

test('ticks are round and stay within the ends', () => {
  expect(niceTicks(0, 100)).toEqual([0, 20, 40, 60, 80, 100])
  expect(niceTicks(-0.13, 0.27, 4)).toEqual([-0.1, 0, 0.1, 0.2])
  expect(niceTicks(5, 5)).toEqual([5])
  expect(niceTicks(0, Number.NaN)).toEqual([0])
})

test('a scale maps its ends', () => {
  expect([0, 5, 10].map(linear([0, 10], [100, 0]))).toEqual([100, 50, 0])
})

test('large and small figures are short', () => {
  expect([1_234_567, 12_000, 999, 0, 0.05, 0.00001].map(tickWords)).toEqual(['1.2 M', '12 k', '999', '0', '0.05', '1.0e-5'])
})
