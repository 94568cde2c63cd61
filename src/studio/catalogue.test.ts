import { expect, test } from 'vitest'
import { openers } from './catalogue.ts'

test('a file opens as what it is for, and otherwise as what it looks like', () => {
  const kinds = (path: string) => openers.filter(({ matches }) => matches(path)).map(({ kind }) => kind)
  expect(['train_flights.job.json', 'a.recipe.json', 'a.json', 'a.py', 'a.md', 'a.csv'].map((path) => kinds(path)[0])).toEqual(['train', 'wrangler', 'json', 'text', 'markdown', 'datasetImport'])
  expect(kinds('a.py')).toContain('train')
})
