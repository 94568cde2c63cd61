import { expect, test } from 'vitest'
import { join } from 'node:path'
import { joinKinds } from '../domain/steps/shape/join-count.ts'
import { workshop } from './workshop.test.util.ts'

const people = await workshop(`SELECT CASE WHEN i % 7 = 0 THEN NULL ELSE i % 5 END AS city, CASE WHEN i % 11 = 0 THEN 'NaN'::DOUBLE ELSE i % 3 END AS x, i AS id FROM range(60) t(i)`)
await register('cities', `SELECT i % 4 AS city, CASE WHEN i = 3 THEN 'NaN'::DOUBLE ELSE i % 2 END AS x FROM range(9) t(i) UNION ALL SELECT NULL, 1`)
await register('none', 'SELECT 1 AS city, 1.0::DOUBLE AS x FROM range(0)')
await register('many', 'SELECT i AS city, i::DOUBLE AS x FROM range(2000000) t(i)')

const keys = [[{ left: 'c0', right: 'c0' }], [{ left: 'c1', right: 'c1' }], [{ left: 'c0', right: 'c0' }, { left: 'c1', right: 'c1' }]]

test('the effect of a join counts the rows that it will make, for every kind and key, before any is made', async () => {
  for (const dataset of ['cities', 'none']) for (const kind of joinKinds) for (const on of keys) {
    const recipe = await people.recipe({ op: 'join', params: { dataset, kind, on } })
    const { body: effect } = await people.ask('effect', { recipe, step: 's1' })
    const { body: window } = await people.settled('window', { recipe, page: { from: 0, size: 1 } })
    expect([kind, dataset, effect.before, effect.after, effect.scope.kind]).toEqual([kind, dataset, 60, window.total, 'exact'])
  }
})

test('rows that match nothing and the most that one row becomes are told', async () => {
  const recipe = await people.recipe({ op: 'join', params: { dataset: 'cities', kind: 'left', on: keys[0] } })
  const { body } = await people.ask('effect', { recipe, step: 's1' })
  // 9 rows have no city, 10 one that is not there; 10 have city 0, which stands three times, 31 one that stands twice.
  expect([body.after, body.matches]).toEqual([9 + 10 + 3 * 10 + 2 * 31, { none: 19, most: 3 }])
})

test('a join that would make more rows than a disk holds is refused in a sentence, and nothing is made', async () => {
  const { steps } = await people.recipe({ op: 'join', params: { dataset: 'many', kind: 'cross' } })
  const recipe = { ...(await people.ask('start', { dataset: 'many' })).body.recipe, steps }
  const { status, body } = await people.ask('window', { recipe, page: { from: 0, size: 1 } })
  expect([status, body.message]).toEqual([400, 'Join: this would make 4,000,000,000,000 rows of 2,000,000, and at most 1,000,000,000 are made. Add a key, or remove duplicates of the keys first.'])
})

async function register(name: string, select: string): Promise<void> {
  await people.duck.read({ text: `COPY (${select}) TO '${join(people.root, `${name}.parquet`)}'` })
  const { job } = await people.datasets.register({ path: `${name}.parquet`, name, note: '', tags: [], by: 'test' })
  if (job) await people.jobs.settled(job)
}
