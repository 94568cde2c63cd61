import { expect, test } from 'vitest'
import { bucketed, rangeOf } from './buckets.ts'

const drawn = { xs: Float64Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), values: Float64Array.of(5, 1, 9, Number.NaN, 2, 2, 7, 0, 3, 4) }

test('few points come as they are, without NaN', () => {
  expect(bucketed(drawn, { from: 2, to: 6 }, 10)).toEqual({ exact: true, points: 5, nans: 1, x: [2, 4, 5, 6], mean: [9, 2, 2, 7], min: [9, 2, 2, 7], max: [9, 2, 2, 7], n: [1, 1, 1, 1] })
})

test('many points come in equal shares of the range that keep every extreme', () => {
  expect(bucketed(drawn, { from: 0, to: 9 }, 3)).toEqual({ exact: false, points: 10, nans: 1, x: [2, 5, 9], mean: [5, 2, 3.5], min: [1, 2, 0], max: [9, 2, 7], n: [3, 2, 4] })
})

test('a greatest double, which stands for infinity, leaves a mean that can travel', () => {
  const big = { xs: Float64Array.from({ length: 20 }, (_, i) => i), values: new Float64Array(20).fill(Number.MAX_VALUE) }
  expect(bucketed(big, { from: 0, to: 19 }, 10).mean.every(Number.isFinite)).toBe(true)
})

test('the range is that of all curves, of points that can be drawn', () => {
  expect([rangeOf([drawn, { xs: Float64Array.of(-5, 50), values: Float64Array.of(1, Number.NaN) }]), rangeOf([{ xs: Float64Array.of(1), values: Float64Array.of(Number.NaN) }])]).toEqual([{ from: -5, to: 9 }, undefined])
})
