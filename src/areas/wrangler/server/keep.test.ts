import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDuck } from '#node/duckdb/duck.ts'
import { openKeep } from './keep.ts'

test('what is kept stands in the order of the query, however many threads wrote it', async () => {
  const root = mkdtempSync(join(tmpdir(), 'atelier-keep-'))
  const duck = openDuck({ memory: '800MB' })
  const { keep } = openKeep({ duck, folder: join(root, 'kept') })
  const doing = { signal: new AbortController().signal, report: () => {} }
  const shards = await keep('k', 'SELECT hash(i) AS h FROM range(3000000) t(i) WHERE i % 3 > 0 ORDER BY h', doing)
  const later = shards.map(({ path, rows }) => duck.read({ text: `SELECT count(*), ${rows} FROM (SELECT h, lag(h) OVER (ORDER BY file_row_number) AS before FROM read_parquet('${path}', file_row_number = true)) WHERE before > h` }))
  expect((await Promise.all(later)).map(({ rows }) => rows)).toEqual([[['0', 2_000_000]]])
  duck.close()
  rmSync(root, { recursive: true, force: true })
})
