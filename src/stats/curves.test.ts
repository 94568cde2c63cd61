import { expect, test } from 'vitest'
import { bandOf } from './bands.ts'
import { boxOf } from './box.ts'
import { paretoFront } from './pareto.ts'
import { smoothed } from './smoothing.ts'

test('smoothing takes the bias of its start out: the first value stays, a constant stays', () => {
  expect(smoothed([3, 3, 3], 0.9)).toEqual([3, 3, 3].map((value) => expect.closeTo(value, 12)))
  expect(smoothed([1, 2, 4], 0.5)).toEqual([1, (0.5 * 0.5 + 1) / 0.75, (0.25 * 0.5 + 0.5 + 2) / 0.875].map((value) => expect.closeTo(value, 12)))
  expect(smoothed([1, 2], 0)).toEqual([1, 2])
  expect(smoothed([1, Number.NaN, 1], 0.6)[1]).toBeNaN()
})

test('a bucket of c equal points smooths as c points', () => {
  expect(smoothed([1, 5], 0.8, [3, 2])[1]).toBeCloseTo(smoothed([1, 1, 1, 5, 5], 0.8)[4] ?? 0, 12)
})

test('a band is mean and σ over the lines that have reached x, a last value carried within its own range only', () => {
  const band = bandOf([{ x: [0, 1, 2], y: [1, 2, 3] }, { x: [0, 2], y: [3, 5] }, { x: [2, 3], y: [7, 9] }], 'sd')
  expect(band).toEqual({ x: [0, 1, 2, 3], y: [2, 2.5, 5, 9], low: [2 - Math.SQRT2, 2.5 - Math.SQRT1_2, 3, 9], high: [2 + Math.SQRT2, 2.5 + Math.SQRT1_2, 7, 9], n: [2, 2, 3, 1] })
})

test('with more x than buckets each bucket holds the mean of a line’s points and no extreme is lost', () => {
  const x = Array.from({ length: 1000 }, (_, i) => i)
  const y = x.map((at) => (at === 517 ? 50 : 1))
  const band = bandOf([{ x, y }, { x, y: x.map(() => 1) }], 'minmax', 100)
  expect([band.x.length, band.x.at(-1), Math.max(...band.high), Math.min(...band.low)]).toEqual([100, 999, 50, 1])
})

test('the Pareto front holds what no other point beats, by the aims of the axes', () => {
  const points = [[1, 5], [2, 3], [3, 4], [4, 1], [2, 3], [Number.NaN, 0]] as const
  expect(paretoFront(points, ['lower', 'lower'])).toEqual([0, 1, 4, 3])
  expect(paretoFront(points, ['higher', 'higher'])).toEqual([0, 2, 3])
})

test('quartiles are numpy.quantile, whiskers reach to 1.5 interquartile ranges', () => {
  expect(boxOf([30, 1, 2, 4, 7, 11, Number.NaN])).toEqual({ n: 6, low: 1, q1: 2.5, median: 5.5, q3: 10, high: 11, outliers: [30] })
  expect(boxOf([])).toBeUndefined()
})
