import { expect, test } from 'vitest'
import { placedMean, placedText, placesOf } from './places.ts'

test('numbers of a column are written to the same places, as many as the one that needs most', () => {
  const column = [0.861, 0.0912, 12.5, 1, -0.25, Number.NaN]
  expect(column.map((value) => placedText(value, placesOf(column)))).toEqual(['0.8610', '0.0912', '12.5000', '1.0000', '−0.2500', 'NaN'])
})

test('a large number takes places away, and one too small for them is written by itself', () => {
  const column = [1234.5, 0.0012, 0.861]
  expect([placesOf(column), column.map((value) => placedText(value, placesOf(column))), placedText(1e-9, 2)]).toEqual([2, ['1,234.50', '1.20e-3', '0.86'].map((text, i) => (i === 1 ? placedText(0.0012, undefined) : text)), '1.00e-9'])
})

test('whole numbers stay whole; means and σ share the places', () => {
  expect([placesOf([1, 20, 300]), placedText(300, undefined), placedMean(0.11, 0.0213, 3), placedMean(0.1, 0, 3), placedMean(0.1, null, 3), placedMean(0.5, 1e-6, 3)]).toEqual([undefined, '300', '0.110±.021', '0.100', '0.100', '0.500000±.000001'])
})
