import { expect, test } from 'vitest'
import { firstOf } from './first-of.ts'

test('the first of many are those that a whole order begins with, for any count', () => {
  const numbers = Array.from({ length: 1000 }, (_, i) => (i * 7919) % 101)
  const compare = (a: number, b: number) => (numbers[a] ?? 0) - (numbers[b] ?? 0) || a - b
  const all = numbers.map((_, i) => i).sort(compare)
  const counts = [0, 1, 2, 10, 100, 249, 250, 999, 1000, 2000]
  expect(counts.map((count) => [...firstOf(Int32Array.from(all.keys()), count, compare)])).toEqual(counts.map((count) => all.slice(0, count)))
})
