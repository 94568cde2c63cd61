import type { Duck } from '#node/duckdb/duck.ts'
import { binningOf } from '../domain/bins.ts'
import type { Range } from '../domain/bins.ts'
import { familyOf, missingSql } from '../domain/columns.ts'
import type { Column } from '../domain/columns.ts'
import type { Bin, Head, Scope, Top } from '../domain/profile.ts'
import { chainSql } from '../domain/to-sql.ts'
import { figureWords } from '../domain/words.ts'
import type { Prepared } from './prepare.ts'
import { exactBelow } from './samples.ts'
import type { Samples } from './samples.ts'

const binCount = 24
const topCount = 5

export interface Look { readonly duck: Duck; readonly samples: Samples; readonly prepared: Prepared; readonly exact: boolean; readonly signal: AbortSignal }

/** Runs a query over `prev`, all rows or a block sample of them. */
export async function ask({ duck, samples, prepared, exact, signal }: Look, query: string): Promise<readonly (readonly unknown[])[]> {
  const { base, rest } = prepared
  const from = exact || base.rows <= exactBelow ? base.sql() : await samples.sampleSql(base, prepared.columns.length)
  return (await duck.read({ text: chainSql({ base: from, stages: rest, query }), signal })).rows
}

export function scopeOf({ prepared, exact }: Look, rows: number): Scope {
  return exact || prepared.base.rows <= exactBelow ? { kind: 'exact', rows, of: rows } : { kind: 'sample', rows, of: prepared.moves ? null : prepared.base.rows }
}

/** A number whose arithmetic is the column's: itself, or epoch milliseconds of a date. */
export function numericSql({ id, type }: Column): string | undefined {
  switch (familyOf(type)) {
    case 'integer': case 'decimal': return `${id}::DOUBLE`
    case 'number': return `CASE WHEN isfinite(${id}) THEN ${id}::DOUBLE END`
    case 'date': case 'timestamp': return `CASE WHEN isfinite(${id}) THEN epoch_ms(TRY_CAST(${id} AS TIMESTAMP))::DOUBLE END`
    default: return undefined
  }
}

export async function headOf(look: Look, column: Column): Promise<Head> {
  const began = performance.now()
  const value = numericSql(column)
  const { count, missing, invalid, low, high, core, min, max } = await extentOf(look, column, value)
  const bins = value && Number.isFinite(low) && Number.isFinite(high) ? await binsOf(look, { column, value, low, high, core, count: binCount }) : []
  const tops = value ? { top: [], others: 0, distinct: null } : await topOf(look, column, count - missing)
  return { valid: count - missing - invalid, missing, invalid, bins, ...tops, min, max, scope: scopeOf(look, count), ms: performance.now() - began }
}

interface Extent extends Range { readonly count: number; readonly missing: number; readonly invalid: number; readonly core: Range; readonly min: string | null; readonly max: string | null }

async function extentOf(look: Look, column: Column, value: string | undefined): Promise<Extent> {
  const { id, type } = column
  const invalid = familyOf(type) === 'number' ? `count(*) FILTER (WHERE isinf(${id}))` : '0'
  const finite = `FILTER (WHERE (${value}) IS NOT NULL)::VARCHAR`
  const bounds = value ? `min(${value}), max(${value}), min(${id}) ${finite}, max(${id}) ${finite}, approx_quantile(${value}, 0.01), approx_quantile(${value}, 0.99)` : 'NULL, NULL, NULL, NULL, NULL, NULL'
  const [row = []] = await ask(look, `SELECT count(*), count(*) FILTER (WHERE ${missingSql(column)}), ${invalid}, ${bounds} FROM prev`)
  const text = (cell: unknown) => (cell === null || cell === undefined ? null : String(cell))
  const number = (at: number) => Number(row[at] ?? Number.NaN)
  return { count: number(0), missing: number(1), invalid: number(2), low: number(3), high: number(4), core: { low: number(7), high: number(8) }, min: text(row[5]), max: text(row[6]) }
}

interface Binned { readonly column: Column; readonly value: string; readonly low: number; readonly high: number; readonly count: number; readonly core?: Range }

/** The counts of the bins between low and high; with a core, the tails go into the outer bins. */
export async function binsOf(look: Look, { column, value, low, high, count, core }: Binned): Promise<Bin[]> {
  const whole = familyOf(column.type) === 'integer'
  const { start, width, edges } = binningOf({ range: { low, high }, count, whole, ...(core ? { core } : {}) })
  const last = edges.length - 2
  const rows = await ask(look, `SELECT greatest(0, least(floor(((${value}) - ${start}) / ${width}), ${last}))::INTEGER AS b, count(*) FROM prev WHERE (${value}) IS NOT NULL GROUP BY b`)
  const counts = new Map(rows.map(([bin, many]) => [Number(bin), Number(many)]))
  const isTime = ['date', 'timestamp'].includes(familyOf(column.type))
  return edges.slice(0, -1).map((from, i) => {
    const to = edges[i + 1] ?? high
    return { from, to, count: counts.get(i) ?? 0, label: whole && width === 1 ? String(from) : `${shown(from, isTime)} – ${shown(to, isTime)}` }
  })
}

function shown(value: number, isTime: boolean): string {
  return isTime ? dayOf(value) : figureWords(value, 4)
}

const mostMilliseconds = 8.64e15

/** Past the last day that a Date knows, the year alone. */
function dayOf(epoch: number): string {
  return Math.abs(epoch) <= mostMilliseconds ? new Date(epoch).toISOString().replace(/T.*$/, '') : `year ${Math.floor(1970 + epoch / 31_556_952_000)}`
}

async function topOf(look: Look, { id }: Column, valid: number): Promise<{ top: Top[]; others: number; distinct: number }> {
  const text = `left(${id}::VARCHAR, 80)`
  const rows = await ask(look, `SELECT ${text} AS v, count(*) AS n, count(*) OVER () FROM prev WHERE ${id} IS NOT NULL GROUP BY v ORDER BY n DESC, v LIMIT ${topCount}`)
  const top = rows.map(([value, count]) => ({ value: String(value), count: Number(count) }))
  return { top, others: Math.max(0, valid - top.reduce((sum, { count }) => sum + count, 0)), distinct: Number(rows[0]?.[2] ?? 0) }
}
