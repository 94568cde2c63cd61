import { expect, test } from 'vitest'
import { knownAs } from './known-data.ts'

test('an input is known by digest, then source, then name; the version is the newest of before the run', () => {
  const known = [
    { dataset: 'wine', version: 1, fingerprint: 'aaaaaaaa11', source: 'data/wine.csv', at: 10 }, { dataset: 'wine', version: 2, fingerprint: 'bbbbbbbb22', source: 'data/wine.csv', at: 20 }, { dataset: 'iris', version: 1, fingerprint: 'cccccccc33', source: 'iris.parquet', at: 5 },
  ]
  const ask = (name: string, digest: string, source: string, began: number | null = null) => { const found = knownAs({ name, digest, source }, known, began); return found && `${found.dataset} v${found.version}` }
  expect([ask('x', 'aaaaaaaa', ''), ask('x', '1', '{"uri": "/home/me/ws/data/wine.csv"}', 15), ask('x', '1', 'file:///home/ws/data/wine.csv', 3), ask('iris', '1', '{}'), ask('wine v1', '1', ''), ask('wine@2', '1', ''), ask('x', '1', '{"tags": {}}')]).toEqual(['wine v1', 'wine v1', 'wine v2', 'iris v1', 'wine v1', 'wine v2', undefined])
})
