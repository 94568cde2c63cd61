import { expect, test } from 'vitest'
import { bytesText } from './bytes-text.ts'
import { viewerOf } from './viewer-of.ts'

test('each kind of artifact has its viewer', () => {
  expect(['a/plot.PNG', 'report.html', 'rows.csv', 'rows.parquet', 'model/MLmodel', 'model.pkl', 'table.json'].map(viewerOf)).toEqual(['image', 'page', 'table', 'table', 'text', 'text', 'text'])
})

test('sizes are told in three digits', () => {
  expect([0, 999, 1000, 34_000, 3_400_000, 2e9].map(bytesText)).toEqual(['0 B', '999 B', '1.0 kB', '34 kB', '3.4 MB', '2.0 GB'])
})
