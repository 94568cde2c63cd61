import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { openDuck } from '#node/duckdb/duck.ts'
import { openKeep } from './keep.ts'

const root = mkdtempSync(join(tmpdir(), 'atelier-keep-'))
const duck = openDuck({ memory: '800MB' })
const { keep } = openKeep({ duck, folder: join(root, 'kept') })
afterAll(() => { duck.close(); rmSync(root, { recursive: true, force: true }) })
const doing = () => ({ signal: new AbortController().signal, report: () => {} })

test('what is kept stands in the order of the query, however many threads wrote it', async () => {
  const shards = await keep('k', 'SELECT hash(i) AS h FROM range(3000000) t(i) WHERE i % 3 > 0 ORDER BY h', doing())
  const later = shards.map(({ path, rows }) => duck.read({ text: `SELECT count(*), ${rows} FROM (SELECT h, lag(h) OVER (ORDER BY file_row_number) AS before FROM read_parquet('${path}', file_row_number = true)) WHERE before > h` }))
  expect((await Promise.all(later)).map(({ rows }) => rows)).toEqual([[['0', 2_000_000]]])
})

test('many who want the same rows at once get them once, and who is left takes over from one that was stopped', async () => {
  const query = (n: number) => `SELECT i FROM range(200000) t(i) WHERE i % ${n} = 0`
  const totals = await Promise.all(Array.from({ length: 24 }, async (_, i) => (await keep(`many ${i % 6}`, query(2 + (i % 6)), doing())).map(({ rows }) => rows)))
  expect(totals).toEqual(Array.from({ length: 24 }, (_, i) => [Math.ceil(200_000 / (2 + (i % 6)))]))
  const first = new AbortController()
  const [stopped, other] = await Promise.allSettled([keep('long', 'SELECT hash(i) AS h FROM range(4000000) t(i) ORDER BY h', { ...doing(), signal: first.signal }), keep('long', 'SELECT hash(i) AS h FROM range(4000000) t(i) ORDER BY h', doing()), pause(50).then(() => first.abort())])
  expect([stopped.status, other.status === 'fulfilled' && other.value.map(({ rows }) => rows)]).toEqual(['rejected', [4_000_000]])
})

test('a file that is not a shard is not one', async () => {
  await keep('odd', 'SELECT 1 AS a', doing())
  copyFileSync(join(root, 'kept', 'odd', '0.parquet'), join(root, 'kept', 'odd', 'tmp_0.parquet'))
  expect(await openKeep({ duck, folder: join(root, 'kept') }).found('odd')).toMatchObject([{ rows: 1 }])
})
