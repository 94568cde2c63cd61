import type { Relation, Shard } from '#areas/datasets/domain/dataset.ts'
import { shardsSql } from '#areas/datasets/domain/source-sql.ts'
import type { Want } from '#areas/datasets/domain/source-sql.ts'

/** Rows on disk that stages run over: the source, or what a step that needs all rows at once came to. */
export interface Base {
  readonly key: string
  readonly rows: number
  /** A SELECT of `_rid`, `_pos` and the columns. */
  readonly sql: (want?: Want) => string
}

export function sourceBase({ version, shards, columns }: Relation, ids: readonly string[]): Base {
  const source = { shards, ids, types: columns.map(({ type }) => type) }
  return {
    key: `${version.fingerprint}:${ids.join(',')}`,
    rows: shards.reduce((sum, shard) => sum + shard.rows, 0),
    sql: (want) => `SELECT _pos AS _rid, * FROM (${shardsSql(source, want)})`,
  }
}

/** Kept rows in their order; the files hold `_rid`, hidden sort keys and the columns, all under safe ids. */
export function keptBase({ key, shards, ids, types }: { key: string; shards: readonly Shard[]; ids: readonly string[]; types: readonly string[] }): Base {
  return {
    key,
    rows: shards.reduce((sum, shard) => sum + shard.rows, 0),
    sql: (want) => shardsSql({ shards, ids, types }, want?.only ? { ...want, only: new Set([...want.only, '_rid']) } : want),
  }
}
