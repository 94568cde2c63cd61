import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openJobs } from '#areas/jobs/server/store.ts'
import { openDuck } from '#node/duckdb/duck.ts'
import { openSlices } from '#node/parquet/slices.ts'
import { openSqlite } from '#node/sqlite.ts'
import { openEvents } from '#wire/events.ts'
import { keptBase } from './base.ts'
import { openKeep } from './keep.ts'
import { openNear } from './near.ts'
import { openRowStore } from './row-store.ts'

const root = mkdtempSync(join(tmpdir(), 'atelier near é '))
const duck = openDuck({ memory: '800MB' })
const sqlite = openSqlite(':memory:')
const jobs = openJobs({ sqlite, events: openEvents() })
afterAll(() => { duck.close(); sqlite.close() })
const keeper = openKeep({ duck, folder: join(root, 'kept') })
const rowStore = openRowStore({ keeper, jobs })
const near = openNear({ slices: openSlices({ folder: join(root, 'slices') }), rowStore })

/** Two files of `rows` each, in row groups of 2,048. */
async function baseOf(rows: number) {
  const shards = [0, 1].map((n) => ({ path: join(root, `${rows}-${n}.parquet`), rows, first: n * rows }))
  for (const { path, first } of shards) await duck.read({ text: `COPY (SELECT i AS _rid, hash(i) AS c0, i % 3 AS c1, 'x' || i AS c2 FROM range(${first}, ${first + rows}) t(i)) TO '${path}' (FORMAT parquet, ROW_GROUP_SIZE 2048)` })
  return keptBase({ key: `rows ${rows}`, shards, ids: ['_rid', 'c0', 'c1', 'c2'], types: ['BIGINT', 'UBIGINT', 'BIGINT', 'VARCHAR'] })
}

async function bothWays(base: Awaited<ReturnType<typeof baseOf>>, positions: readonly number[]) {
  const quick = await near.rowsSql(base, positions)
  const rowsOf = async (sql: string) => (await duck.read({ text: `SELECT _pos, _rid, c0, c1, c2 FROM (${sql}) WHERE _pos IN (${positions.join(', ')}) ORDER BY _pos` })).rows
  return { quick, rows: await rowsOf(quick), plain: await rowsOf(base.sql()) }
}

test('rows that lie together come from slices, over the bounds of row groups and files too', async () => {
  const base = await baseOf(300_000)
  for (const from of [0, 2000, 299_950, 300_000, 599_900]) {
    const { quick, rows, plain } = await bothWays(base, Array.from({ length: 100 }, (_, i) => from + i))
    expect(quick).toContain('slices')
    expect(quick).not.toContain('300000-')
    expect(rows).toEqual(plain)
  }
  const sparse = await bothWays(base, [599_999, 5, 300_001, 4])
  expect(sparse.rows).toEqual(sparse.plain)
  expect(sparse.rows.map(([pos]) => pos)).toEqual(['4', '5', '300001', '599999'])
})

test('scattered rows come from the files until the copy is there, then from the copy', async () => {
  const base = await baseOf(1_200_000)
  const positions = [7, 500_000, 1_199_999, 1_200_000, 1_700_000, 2_300_000, 2_399_999]
  const before = await bothWays(base, positions)
  expect(before.rows).toEqual(before.plain)
  await expect.poll(() => rowStore.shards(base), { timeout: 30_000 }).toMatchObject([{ rows: 2_400_000, first: 0 }])
  const after = await bothWays(base, positions)
  expect(after.quick).toContain(join(root, 'kept'))
  expect(after.rows).toEqual(before.plain)
}, 60_000)
