import { expect, test } from 'vitest'
import { importanceOf } from './importance-of.ts'

const trials = Array.from({ length: 80 }, (_, i) => ({ lr: String(10 ** (-4 + (i % 4))), seed: String(i % 3), name: `trial ${i}`, always: 'adam', loss: i % 4 === 2 ? 0.1 + i / 1000 : 1 + i / 1000 }))
const columns = [trials.map(({ loss }) => loss), trials.map(({ lr }) => lr), trials.map(({ seed }) => seed), trials.map(({ name }) => name), trials.map(({ always }) => always)]
const params = ['params.lr', 'params.seed', 'params.name', 'params.always']

test('the param that sets the best runs apart comes first; a loss is better low', () => {
  const found = importanceOf('metrics.loss', params, columns)
  expect([found.shares.map(({ label }) => label), found.aim, found.good, found.runs, found.top]).toEqual([['lr', 'seed'], 'lower', 8, 80, 0.1])
  expect(found.shares[0]?.share).toBeGreaterThan(0.9)
})

test('what cannot be judged is left out and said', () => {
  expect(importanceOf('metrics.loss', params, columns).left).toEqual([{ label: 'name', why: '80 different texts' }, { label: 'always', why: 'always adam' }])
})

test('few runs widen the good ones to five, at most a quarter; runs without the metric do not count', () => {
  const few = columns.map((cells) => cells.slice(0, 30))
  expect(importanceOf('metrics.loss', params, few)).toMatchObject({ top: 5 / 30, good: 5, runs: 30 })
  expect(importanceOf('metrics.loss', params, [few[0]?.map((value, i) => (i < 10 ? 'NaN' : value)) ?? [], ...few.slice(1)])).toMatchObject({ top: 0.25, good: 5, runs: 20 })
})
