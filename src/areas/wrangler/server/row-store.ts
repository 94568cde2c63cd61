import type { Jobs } from '#areas/jobs/server/store.ts'
import type { Duck } from '#node/duckdb/duck.ts'
import type { Base } from './base.ts'
import { keyOf } from './keep.ts'
import { openTracks } from './tracks.ts'

/** Scattered rows come fast from a native table, by a join on at most so many row ids (measured: 51 scan the table). */
export const joinLimit = 50
const worthwhile = 400_000
const mostTables = 6

export type RowStore = ReturnType<typeof openRowStore>

/** Native copies of bases whose rows are read out of order; a cache, built once a base in the background. */
export function openRowStore({ duck, jobs }: { duck: Duck; jobs: Jobs }) {
  const tracks = openTracks<string>({ jobs })
  const ready = new Map<string, string>()
  const known = duck.read({ text: "SELECT table_name FROM duckdb_tables() WHERE table_name LIKE 'rows_%'" })
    .then(({ rows }) => { for (const [name] of rows) ready.set(String(name), String(name)) })
    .catch(() => {})

  const nameOf = (base: Base) => `rows_${keyOf(base.key)}`

  /** Begins the copy unless it is there or not worth it. */
  async function begin(base: Base): Promise<void> {
    await known
    const name = nameOf(base)
    if (base.rows < worthwhile || ready.has(name)) return
    await tracks.whole(name, 'Laying out the rows for sorted reading', async ({ signal, report }) => {
      await duck.read({ text: `CREATE OR REPLACE TABLE ${name} AS SELECT * EXCLUDE (_pos) FROM (${base.sql()})`, background: true, signal, onProgress: report })
      ready.set(name, name)
      await tidy()
      return name
    })
  }

  async function tidy(): Promise<void> {
    for (const name of [...ready.keys()].slice(0, -mostTables)) {
      ready.delete(name)
      await duck.read({ text: `DROP TABLE IF EXISTS ${name}`, background: true })
    }
  }

  /** A SELECT of those rows as the base gives them, or undefined while there is no copy. */
  function rowsSql(base: Base, positions: readonly number[]): string | undefined {
    const name = ready.get(nameOf(base))
    return name && `SELECT k.rowid AS _pos, k.* FROM ${name} k JOIN (SELECT unnest([${positions.join(', ')}]) AS r) p ON k.rowid = p.r`
  }

  return { begin, rowsSql }
}
