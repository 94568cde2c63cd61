import { expect, test } from 'vitest'
import { jensenShannonDistance } from './distance.ts'

/** The figures of scipy.spatial.distance.jensenshannon(base=2) on the same inputs. */
test('the distance of categories is that of scipy, base 2', () => {
  expect(jensenShannonDistance([500, 300, 200, 0], [180, 150, 120, 50])).toBeCloseTo(0.24406977825299217, 12)
})

test('the distance over ten shared bins is that of scipy, base 2', () => {
  const reference = Array.from({ length: 1000 }, (_, i) => ((i * 37) % 1000) / 10)
  const current = Array.from({ length: 500 }, (_, i) => (((i * 53) % 500) / 10) * 1.6 + 12)
  const [low, high] = [Math.min(...reference, ...current), Math.max(...reference, ...current)]
  const binned = (values: readonly number[]) => values.reduce((bins, value) => {
    const at = Math.min(9, Math.floor(((value - low) / (high - low)) * 10))
    return bins.map((count, i) => (i === at ? count + 1 : count))
  }, Array.from({ length: 10 }, () => 0))
  expect(jensenShannonDistance(binned(reference), binned(current))).toBeCloseTo(0.27145989435292894, 12)
})

test('the same shares are at distance 0, disjoint ones at 1, an empty side has none', () => {
  expect([jensenShannonDistance([1, 3], [2, 6]), jensenShannonDistance([5, 0], [0, 2]), jensenShannonDistance([0, 0], [1, 1])]).toEqual([0, 1, null])
})
