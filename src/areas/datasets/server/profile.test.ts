import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Profile } from '../domain/profile.ts'
import { openDesk, sentenceOf } from './desk.test.util.ts'

async function profiled(desk: ReturnType<typeof openDesk>, dataset: string): Promise<Profile> {
  const { job } = await desk.datasets.profile({ dataset }, 'me')
  const { result, error } = await desk.jobs.settled(job)
  expect(error).toBe(null)
  return Profile.parse(result)
}

test('a version is profiled over all rows: a NaN is missing, an infinity has no place in the bins, texts come by their commonest', async () => {
  const desk = openDesk()
  const select = `SELECT CASE WHEN i = 0 THEN NULL WHEN i = 1 THEN 'nan'::DOUBLE WHEN i = 2 THEN 'inf'::DOUBLE ELSE i END AS x,
    CASE WHEN i % 4 = 0 THEN NULL WHEN i % 4 = 1 THEN 'a' ELSE 'b' END AS "größe 🙂", (i % 3)::INTEGER AS n, DATE '2020-01-01' + i::INTEGER AS day, [i % 2] AS l FROM range(100) t(i)`
  await desk.duck.read({ text: `COPY (${select}) TO '${join(desk.root, 'a.parquet')}' (FORMAT parquet)` })
  await desk.take('a.parquet')
  const { columns: [x, size, n, day, list], ms, ...rest } = await profiled(desk, 'a')
  expect([rest, ms > 0]).toEqual([{ dataset: 'a', version: 1, rows: 100, scope: 'exact, all rows' }, true])
  expect([x?.bins.length, x?.bins[0], { ...x, bins: [] }]).toEqual([20, { label: '3 – 7.8', count: 5 }, { name: 'x', type: 'DOUBLE', kind: 'number', valid: 98, missing: 2, distinct: 98, min: '3.0', max: '99.0', mean: 51, deviation: expect.closeTo(28.145, 3), bins: [], others: 1 }])
  expect(size).toEqual({ name: 'größe 🙂', type: 'VARCHAR', kind: 'category', valid: 75, missing: 25, distinct: 2, min: 'a', max: 'b', mean: null, deviation: null, bins: [{ label: 'b', count: 50 }, { label: 'a', count: 25 }], others: 0 })
  expect(n?.bins).toEqual([{ label: '0', count: 34 }, { label: '1', count: 33 }, { label: '2', count: 33 }])
  expect([day?.kind, day?.min, day?.max, day?.bins.reduce((sum, { count }) => sum + count, 0)]).toEqual(['time', '2020-01-01', '2020-04-09', 100])
  expect([list?.kind, list?.bins]).toEqual(['category', [{ label: '[0]', count: 50 }, { label: '[1]', count: 50 }]])
})

test('no rows have a profile too, and a version’s profile is made once', async () => {
  const desk = openDesk()
  await desk.duck.read({ text: `COPY (SELECT 1 AS a, 'x' AS b WHERE false) TO '${join(desk.root, 'none.parquet')}' (FORMAT parquet)` })
  await desk.take('none.parquet')
  const nothing = { valid: 0, missing: 0, distinct: 0, min: null, max: null, mean: null, deviation: null, bins: [], others: 0 }
  expect((await profiled(desk, 'none')).columns).toEqual([{ name: 'a', type: 'INTEGER', kind: 'number', ...nothing }, { name: 'b', type: 'VARCHAR', kind: 'category', ...nothing }])
  const again = () => desk.datasets.profile({ dataset: 'none' }, 'me')
  const [first, second] = [await again(), await again()]
  desk.jobs.clear()
  expect([first, await again()]).toEqual([second, { job: expect.not.stringContaining(first.job) }])
  expect(await sentenceOf(desk.datasets.profile({ dataset: 'nowhere' }, 'me'))).toBe('missing: There is no data set “nowhere”.')
})
