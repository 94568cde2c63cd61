import type { Duck } from '#node/duckdb/duck.ts'
import { comparedAs } from '../domain/comparison-kind.ts'
import type { Bins, ComparedKind } from '../domain/comparison-kind.ts'
import type { Relation } from '../domain/dataset.ts'
import type { Figures } from '../domain/profile.ts'
import { shardsSql } from '../domain/source-sql.ts'

export interface Asked { readonly duck: Duck; readonly signal: AbortSignal }
export interface Measured { readonly side: Figures; readonly kind: ComparedKind; readonly low: number | null; readonly high: number | null; readonly whole: boolean; readonly check: string }

/** One column's figures over all rows, with the ends that its bins span and a check of its values. */
export async function measured({ duck, signal }: Asked, relation: Relation, at: number): Promise<Measured> {
  const type = typeAt(relation, at)
  const kind = comparedAs(type)
  const value = valueSql(type)
  const floating = /^(FLOAT|DOUBLE|REAL)$/.test(type)
  const held = kind === 'category' ? 'c IS NOT NULL' : finiteSql(type)
  const text = `SELECT count(*) FILTER (c IS NULL${floating ? ' OR isnan(c)' : ''}), count(DISTINCT ${kind === 'category' ? 'c::VARCHAR' : 'c'})${floating ? ' FILTER (NOT isnan(c))' : ''},
    left((min(${kind === 'category' ? 'c::VARCHAR' : 'c'}) FILTER (${held}))::VARCHAR, 100), left((max(${kind === 'category' ? 'c::VARCHAR' : 'c'}) FILTER (${held}))::VARCHAR, 100),
    ${kind === 'number' ? `avg(${value}) FILTER (${held}), stddev_samp(${value}) FILTER (${held})` : 'NULL, NULL'},
    ${kind === 'category' ? 'NULL, NULL' : `min(${value}) FILTER (${held}), max(${value}) FILTER (${held})`},
    concat(count(*), ':', sum(hash(c)::HUGEINT))
    FROM (${columnSql(relation, at)})`
  const { rows } = await duck.read({ text, signal, background: true })
  const [missing, distinct, min, max, mean, deviation, low, high, check] = rows[0] ?? []
  return {
    side: { type, missing: Number(missing), distinct: Number(distinct), min: textOf(min), max: textOf(max), mean: numberOf(mean), deviation: numberOf(deviation) },
    kind, low: numberOf(low), high: numberOf(high), whole: /INT/.test(type), check: String(check),
  }
}

/** How many finite values fall into each bin, by the bin's place. */
export async function binCounts({ duck, signal }: Asked, relation: Relation, at: number, bins: Bins): Promise<ReadonlyMap<number, number>> {
  const type = typeAt(relation, at)
  const place = `greatest(0, least(${bins.count - 1}, floor((${valueSql(type)} - (${bins.from})::DOUBLE) / ${bins.width}::DOUBLE)))::INTEGER`
  const { rows } = await duck.read({ text: `SELECT ${place}, count(*) FROM (${columnSql(relation, at)}) WHERE c IS NOT NULL AND ${finiteSql(type)} GROUP BY 1`, signal, background: true })
  return new Map(rows.map(([bin, count]) => [Number(bin), Number(count)]))
}

/** A SELECT of each value as text, `v`, and how often it occurs, `n`. */
export function countsSql(relation: Relation, at: number): string {
  return `SELECT c::VARCHAR AS v, count(*) AS n FROM (${columnSql(relation, at)}) WHERE c IS NOT NULL GROUP BY 1`
}

function columnSql(relation: Relation, at: number): string {
  const ids = relation.columns.map((_, i) => `c${i}`)
  return `SELECT c${at} AS c FROM (${shardsSql({ shards: relation.shards, ids, types: relation.columns.map(({ type }) => type) }, { only: new Set([`c${at}`]) })})`
}

function typeAt(relation: Relation, at: number): string {
  return relation.columns[at]?.type ?? 'VARCHAR'
}

function valueSql(type: string): string {
  return comparedAs(type) === 'time' ? 'epoch(c)' : 'c::DOUBLE'
}

function finiteSql(type: string): string {
  if (comparedAs(type) === 'number') return /^(FLOAT|DOUBLE|REAL)$/.test(type) ? 'isfinite(c)' : 'c IS NOT NULL'
  return /^(DATE|TIMESTAMP)/.test(type) ? 'isfinite(c)' : 'c IS NOT NULL'
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function numberOf(value: unknown): number | null {
  const number = value === null || value === undefined ? Number.NaN : Number(value)
  return Number.isFinite(number) ? number : null
}
