import type { Relation, Shard } from '#areas/datasets/domain/dataset.ts'
import { shardsSql } from '#areas/datasets/domain/source-sql.ts'
import type { Shards, Want } from '#areas/datasets/domain/source-sql.ts'

/** Rows on disk that stages run over: the source, or what a step that needs all rows at once came to. */
export interface Base {
  readonly key: string
  readonly rows: number
  readonly shards: readonly Shard[]
  /** Columns of the files. */
  readonly columns: number
  /** A SELECT of `_rid`, `_pos` and the columns, from other files of the same layout where they are given. */
  readonly sql: (want?: Want, from?: readonly Shard[]) => string
  /** All rows in the layout of the files. */
  readonly stored: string
}

export function sourceBase({ version, shards, columns }: Relation, ids: readonly string[]): Base {
  const source = (from: readonly Shard[]) => ({ shards: from, ids, types: columns.map(({ type }) => type) })
  return {
    key: `${version.fingerprint}:${ids.join(',')}`,
    rows: shards.reduce((sum, shard) => sum + shard.rows, 0),
    shards, columns: ids.length,
    sql: (want, from = shards) => `SELECT _pos AS _rid, * FROM (${shardsSql(source(from), want)})`,
    stored: storedSql(source(shards)),
  }
}

/** Kept rows in their order; the files hold `_rid`, hidden sort keys and the columns, all under safe ids. */
export function keptBase({ key, shards, ids, types }: { key: string; shards: readonly Shard[]; ids: readonly string[]; types: readonly string[] }): Base {
  return {
    key,
    rows: shards.reduce((sum, shard) => sum + shard.rows, 0),
    shards, columns: ids.length,
    sql: (want, from = shards) => shardsSql({ shards: from, ids, types }, want?.only ? { ...want, only: new Set([...want.only, '_rid']) } : want),
    stored: storedSql({ shards, ids, types }),
  }
}

function storedSql(source: Shards): string {
  return `SELECT ${source.ids.join(', ')} FROM (${shardsSql(source)})`
}
