import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openEngine } from '#node/duckdb/engine.ts'
import { openSlices } from './slices.ts'

const root = mkdtempSync(join(tmpdir(), 'atelier-slices-'))
const engine = await openEngine({ memory: '800MB' })
const slices = openSlices({ folder: join(root, 'slices') })
afterAll(() => engine.close())

const rows = 200_000
const every = 2048
const nasty = `SELECT i, CASE WHEN i % 7 > 0 THEN 'text ' || (i % 100) END AS a, i / 3.0 AS b, CASE WHEN i % 5 > 0 THEN [i, NULL, i + 1] END AS c, {'x': i, 'y': 'é' || i} AS d,
  i::HUGEINT * 10 AS e, DATE '2020-01-01' + (i % 5000)::INTEGER AS f, TIMESTAMP '2020-01-01' + INTERVAL (i) SECOND AS g, i % 2 = 0 AS h, (i * 1.01)::DECIMAL(18, 4) AS j, md5(i::VARCHAR)::BLOB AS k, NULL::INTEGER AS l, 7 AS m
  FROM range(${rows}) t(i)`

async function written(name: string, options: string): Promise<string> {
  const path = join(root, name)
  await engine.read({ text: `COPY (${nasty}) TO '${path}' (FORMAT parquet, ROW_GROUP_SIZE ${every}, ${options})` })
  return path
}

test.each(['snappy', 'zstd', 'uncompressed', 'gzip', 'snappy, PARQUET_VERSION v2'])('a slice of %s holds the rows of its row group as the file has them', async (codec) => {
  const path = await written(`${codec.replaceAll(/\W/g, '')}.parquet`, `COMPRESSION ${codec}`)
  for (const at of [0, every * 3 + 5, rows - 1]) {
    const [slice] = (await slices.holding(path, [at])) ?? []
    expect(slice).toMatchObject({ first: Math.floor(at / every) * every, rows: Math.min(every, rows - Math.floor(at / every) * every) })
    const { path: cut, first, rows: count } = slice ?? { path: '', first: 0, rows: 0 }
    const own = await engine.read({ text: `SELECT file_row_number + ${first} AS n, * FROM read_parquet('${cut}') ORDER BY n` })
    const whole = await engine.read({ text: `SELECT file_row_number AS n, * FROM read_parquet('${path}') WHERE file_row_number >= ${first} AND file_row_number < ${first + count} ORDER BY n` })
    expect(own.columns).toEqual(whole.columns)
    expect(own.rows).toEqual(whole.rows)
  }
})

test('rows in few row groups come from a slice each, rows all over the file from the file', async () => {
  const path = await written('places.parquet', 'COMPRESSION snappy')
  expect((await slices.holding(path, [every - 1, every, 5 * every]))?.map(({ first }) => first)).toEqual([0, every, 5 * every])
  expect(await slices.holding(path, [0, 10, 20, 30, 40].map((n) => n * every))).toBeUndefined()
})

test('a small file, a broken one and one that changed are told apart', async () => {
  const small = join(root, 'small.parquet')
  await engine.read({ text: `COPY (SELECT 1 AS a) TO '${small}'` })
  expect(await slices.holding(small, [0])).toBeUndefined()
  writeFileSync(small, 'PAR1 nothing of the kind PAR1')
  expect(await slices.holding(small, [0])).toBeUndefined()
  const path = await written('changes.parquet', 'COMPRESSION snappy')
  const before = await slices.holding(path, [0])
  expect(await slices.holding(path, [1])).toEqual(before)
  await written('changes.parquet', 'COMPRESSION zstd')
  expect(await slices.holding(path, [0])).not.toEqual(before)
})
