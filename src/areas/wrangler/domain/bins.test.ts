import { expect, test } from 'vitest'
import { binningOf } from './bins.ts'

test('bins have equal width and reach from the lowest to the highest', () => {
  expect(binningOf({ range: { low: 0, high: 10 }, count: 4, whole: false }).edges).toEqual([0, 2.5, 5, 7.5, 10])
})

test('whole numbers of a small range get a bin each', () => {
  expect(binningOf({ range: { low: 1, high: 4 }, count: 24, whole: true })).toEqual({ start: 1, width: 1, edges: [1, 2, 3, 4, 4] })
})

test('far values go into the outer bins instead of pressing the others into one', () => {
  expect(binningOf({ range: { low: -1000, high: 9000 }, core: { low: 0, high: 100 }, count: 4, whole: false })).toEqual({ start: 0, width: 25, edges: [-1000, 25, 50, 75, 9000] })
})

test('one value is one bin', () => {
  expect(binningOf({ range: { low: 7, high: 7 }, count: 24, whole: true }).edges).toEqual([7, 7])
})
