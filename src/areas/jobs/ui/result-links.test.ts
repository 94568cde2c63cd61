import { expect, test } from 'vitest'
import { linksOf } from './result-links.ts'

test('a published version and a written file can be opened, anything else cannot', () => {
  expect([
    linksOf({ dataset: 'flights', version: 3, rows: 10 }),
    linksOf({ path: 'out/flights.csv' }),
    linksOf({ dataset: 'flights', version: 1, path: 'a.csv' }),
    linksOf({ dataset: 'flights' }), linksOf({ path: '' }), linksOf(7), linksOf(null), linksOf(undefined),
  ]).toEqual([
    [{ kind: 'dataset', dataset: 'flights', version: 3 }],
    [{ kind: 'file', path: 'out/flights.csv' }],
    [{ kind: 'dataset', dataset: 'flights', version: 1 }, { kind: 'file', path: 'a.csv' }],
    [], [], [], [], [],
  ])
})
