import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openDuck } from '#node/duckdb/duck.ts'
import { openSlices } from '#node/parquet/slices.ts'
import { compile } from '../domain/compile.ts'
import { chainSql } from '../domain/to-sql.ts'
import { withView } from '../domain/view.ts'
import { barOf } from './bar.ts'
import { keptBase } from './base.ts'

const root = mkdtempSync(join(tmpdir(), 'atelier bar é '))
const duck = openDuck({ memory: '800MB' })
afterAll(() => { duck.close() })
const slices = openSlices({ folder: join(root, 'slices') })
const rows = 2_100_000
const path = join(root, 'rows.parquet')
const types = { few: 'BIGINT', wild: 'DOUBLE', day: 'DATE', money: 'DECIMAL(12,2)', rare: 'INTEGER', word: 'VARCHAR' }
const columns = Object.entries(types).map(([name, type], i) => ({ id: `c${i}`, name, type }))
await duck.read({ text: `COPY (SELECT i AS _rid, (hash(i) % 5)::BIGINT AS few,
  CASE hash(i + 1) % 1000 WHEN 0 THEN 'nan'::DOUBLE WHEN 1 THEN 'inf'::DOUBLE WHEN 2 THEN NULL ELSE (hash(i * 3) % 1000000) / 997.0 END AS wild,
  DATE '1999-01-01' + (hash(i * 5) % 9000)::INTEGER AS day, ((hash(i * 7) % 1000000000) / 100)::DECIMAL(12,2) AS money,
  CASE WHEN i % 100000 = 7 THEN i::INTEGER END AS rare, 'w' || hash(i * 11) % 100 AS word FROM range(${rows}) t(i)) TO '${path}' (FORMAT parquet, ROW_GROUP_SIZE 20480)` })
const base = keptBase({ key: 'rows', shards: [{ path, rows, first: 0 }], ids: ['_rid', ...columns.map(({ id }) => id)], types: ['BIGINT', ...columns.map(({ type }) => type)] })

interface Way { readonly descending?: boolean; readonly nullsFirst?: boolean; readonly limited?: boolean }

function viewOf(name: keyof typeof types, { descending = true, nullsFirst = false, limited = false }: Way) {
  const steps = limited ? [{ id: 's1', op: 'limit', v: 1, enabled: true, params: { count: 2_000_000 } }] : []
  const sort = [{ column: `c${Object.keys(types).indexOf(name)}`, descending, nullsFirst }]
  const recipe = withView({ schema: 1, source: { dataset: 'rows', columns: [] }, steps }, { sort, filter: [{ kind: 'compare', column: 'c0', is: '!=', value: 3 }] })
  const { stages } = compile({ recipe, columns, tables: {}, learned: new Map() })
  return { stages, order: stages.at(-1)?.order ?? '' }
}

/** The bar of a view, how many rows pass it, and whether the first rows behind it are those without it. */
async function barFor(name: keyof typeof types, way: Way = {}) {
  const { stages, order } = viewOf(name, way)
  const bar = await barOf({ duck, slices, prepared: { base, rest: stages, order }, size: 100, signal: AbortSignal.timeout(60_000) })
  if (bar === undefined) return { bar }
  const ask = async (query: string) => (await duck.read({ text: chainSql({ base: base.sql(), stages, query }) })).rows
  const first = (where: string) => ask(`SELECT _rid FROM prev ${where} ORDER BY ${order} LIMIT 100`)
  const [[count = []], behind, all] = [await ask(`SELECT count(*) FROM prev WHERE ${bar}`), await first(`WHERE ${bar}`), await first('')]
  return { bar, passed: Number(count[0]), same: JSON.stringify(behind) === JSON.stringify(all) }
}

test.each(['few', 'wild', 'day', 'money'] as const)('the first rows by %s, both ways, lie behind the bar, ties and NaN included', async (name) => {
  for (const descending of [true, false]) expect(await barFor(name, { descending })).toMatchObject({ bar: expect.stringContaining(descending ? '>=' : '<='), same: true })
})

test('few rows pass', async () => {
  expect((await barFor('money')).passed).toBeLessThan(10_000)
})

test('there is none where missing values stand first, too few values are known, types do not read back, or a step counts rows', async () => {
  const bars = await Promise.all([barFor('wild', { nullsFirst: true }), barFor('rare'), barFor('word'), barFor('money', { limited: true })])
  expect(bars.map(({ bar }) => bar)).toEqual([undefined, undefined, undefined, undefined])
})
