import { expect, test } from 'vitest'
import { fuzzy } from './fuzzy.ts'

const paths = ['notebooks/train_flights.ipynb', 'data/flights-3m.parquet', 'src/transform/night.ts', 'README.md']

function ranked(typed: string): string[] {
  return paths.flatMap((path) => fuzzy(typed, path) ? [{ path, score: fuzzy(typed, path)?.score ?? 0 }] : []).toSorted((a, b) => b.score - a.score).map(({ path }) => path)
}

test('letters in order fit, the best place first', () => {
  expect(ranked('fli')).toEqual(['data/flights-3m.parquet', 'notebooks/train_flights.ipynb'])
  expect(ranked('tfl')).toEqual(['notebooks/train_flights.ipynb', 'data/flights-3m.parquet'])
  expect(ranked('xyz')).toEqual([])
})

test('words may come in any order and in any folder', () => {
  expect(ranked('parquet data')).toEqual(['data/flights-3m.parquet'])
})

test('the letters that were meant are told', () => {
  expect(fuzzy('rdm', 'README.md')?.at).toEqual([0, 3, 4])
  expect(fuzzy('night', 'src/transform/night.ts')?.at).toEqual([14, 15, 16, 17, 18])
})
