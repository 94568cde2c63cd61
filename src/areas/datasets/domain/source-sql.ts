import { literal } from '#lib/sql.ts'
import type { Shard } from './dataset.ts'
import { unglobbed } from './source-path.ts'

/** Rows by number, `to` exclusive. */
export interface RowRange { readonly from: number; readonly to: number }

export interface Want {
  /** Only these ids; the others are not read. */
  readonly only?: ReadonlySet<string>
  readonly ranges?: readonly RowRange[]
  readonly rows?: readonly number[]
}

export interface Shards {
  readonly shards: readonly Shard[]
  /** A safe id for each column of the files, by position. Names in the files are never used: they may clash. */
  readonly ids: readonly string[]
  /** DuckDB types by position, for a relation without files. */
  readonly types: readonly string[]
}

/** A SELECT of `_pos` (the row's place from 0 over all shards) and the columns under their ids; it touches only the shards and row groups that hold what is wanted. */
export function shardsSql(source: Shards, want: Want = {}): string {
  const shown = source.ids.filter((id) => want.only?.has(id) ?? true)
  const parts = source.shards.flatMap((shard) => shardSql(shard, { ids: source.ids, shown, want }))
  if (parts.length > 0) return parts.join(' UNION ALL ')
  const [first] = source.shards
  if (first) return `${selectOf(first, source.ids, shown)} WHERE false`
  return `SELECT ${['0::BIGINT AS _pos', ...source.ids.map((id, i) => `NULL::${source.types[i] ?? 'VARCHAR'} AS ${id}`)].join(', ')} WHERE false`
}

function shardSql(shard: Shard, { ids, shown, want }: { ids: readonly string[]; shown: readonly string[]; want: Want }): string[] {
  const select = selectOf(shard, ids, shown)
  if (want.rows) {
    const mine = want.rows.filter((row) => row >= shard.first && row < shard.first + shard.rows)
    return mine.length ? [`${select} WHERE file_row_number IN (${mine.map((row) => row - shard.first).join(', ')})`] : []
  }
  if (!want.ranges) return [select]
  return want.ranges.flatMap((range) => {
    const from = Math.max(0, range.from - shard.first)
    const to = Math.min(shard.rows, range.to - shard.first)
    return to > from ? [`${select} WHERE file_row_number >= ${from} AND file_row_number < ${to}`] : []
  })
}

function selectOf({ path, first }: Shard, ids: readonly string[], shown: readonly string[]): string {
  return `SELECT ${[`file_row_number + ${first} AS _pos`, ...shown].join(', ')} FROM read_parquet(${literal(unglobbed(path))}) AS t(${ids.join(', ')})`
}

/** Blocks spread evenly over the rows: a sample that reads little. All rows when they are few. */
export function blocksOf(rows: number, { blocks = 50, size = 2000 }: { blocks?: number; size?: number } = {}): readonly RowRange[] {
  if (rows <= blocks * size) return [{ from: 0, to: rows }]
  const step = (rows - size) / (blocks - 1)
  return Array.from({ length: blocks }, (_, i) => ({ from: Math.round(i * step), to: Math.round(i * step) + size }))
}

/** Parquet options for so many columns. Each column that is written holds a buffer and a dictionary of its own, so of wide tables they are small. */
export function writeOptions(columns: number): string {
  if (columns <= 200) return 'ROW_GROUP_SIZE 122880'
  return `ROW_GROUP_SIZE ${Math.max(1, Math.floor(12_000 / columns)) * 2048}, STRING_DICTIONARY_PAGE_SIZE_LIMIT ${Math.floor(100_000_000 / columns)}`
}
