import { expect, test } from 'vitest'
import { readAddress, writeAddress } from './address.ts'

function there(address: string) {
  return readAddress(new URL(address, 'http://a'))
}

test('an address comes back as it was written', () => {
  const all = [
    { session: 'default' },
    { session: 'weekly review' },
    { session: 'default', opens: { kind: 'wrangler', params: { dataset: 'flights & co', filter: 'delay ≥ 180' } } },
    { session: 'ü', opens: { kind: 'text', params: {} } },
  ]
  expect(all.map((address) => there(writeAddress(address)))).toEqual(all)
})

test('home is the bare address, and params stand in order', () => {
  expect(writeAddress({ session: 'default', opens: { kind: 'home', params: {} } })).toBe('/')
  expect(writeAddress({ session: 'a b', opens: { kind: 'home', params: {} } })).toBe('/s/a%20b')
  expect(writeAddress({ session: 'default', opens: { kind: 'x', params: { b: '1', a: '2' } } })).toBe('/open/x?a=2&b=1')
})

test('an address that MLflow’s clients print is the view that it means', () => {
  const opens = (address: string) => there(address).opens
  expect(opens('/#/experiments/1/runs/8c3a')).toEqual({ kind: 'run', params: { run: '8c3a' } })
  expect(opens('/#/experiments/1/runs/8c3a?workspace=a')).toEqual({ kind: 'run', params: { run: '8c3a' } })
  expect(opens('/experiments/1/runs/8c3a/artifacts/model')).toEqual({ kind: 'run', params: { run: '8c3a', tab: 'artifacts' } })
  expect(opens('/#/experiments/1/runs/8c3a/model-metrics')).toEqual({ kind: 'run', params: { run: '8c3a', tab: 'metrics' } })
  expect([opens('/#/experiments/12'), opens('/experiments/12/runs')]).toEqual([1, 2].map(() => ({ kind: 'runsView', params: { experiments: '12' } })))
  expect(opens('/#/models/flight%20delay/versions/3')).toEqual({ kind: 'modelVersion', params: { model: 'flight delay', version: '3' } })
  expect(opens('/models/delay')).toEqual({ kind: 'model', params: { model: 'delay' } })
  expect(opens('/#/compare-runs?runs=%5B%22a%22,%22b%22%5D&experiments=%5B%221%22%5D')).toEqual({ kind: 'runsCompare', params: { runs: 'a,b' } })
  expect(there('/#/prompts')).toEqual({ session: 'default' })
})

test('what is no address of ours is home', () => {
  expect(there('/open')).toEqual({ session: 'default' })
  expect(there('/what/ever?x=1')).toEqual({ session: 'default' })
  expect(there('/s/%E0%A4%A')).toEqual({ session: '%E0%A4%A' })
})
