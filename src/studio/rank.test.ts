import { expect, test } from 'vitest'
import { rank } from './rank.ts'

const words = ['Close tab', 'Copy address', 'Split right', 'Toggle left side']

test('what fits the letters stands in the order of its fitness, with the places of the letters', () => {
  expect(rank('ca', words, String).map(({ item }) => item)).toEqual(['Copy address', 'Close tab'])
  expect(rank('split', words, String).map(({ item, hits }) => ({ item, hits }))).toEqual([{ item: 'Split right', hits: [0, 1, 2, 3, 4] }])
})

test('an empty query keeps all, and letters out of order find nothing', () => {
  expect(rank(' ', words, String).map(({ item }) => item)).toEqual(words)
  expect(rank('zx', words, String)).toEqual([])
})
