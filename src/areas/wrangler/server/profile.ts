import { literal } from '#lib/sql.ts'
import { DuckError } from '#node/duckdb/error.ts'
import { familyOf, isNumeric, missingSql } from '../domain/columns.ts'
import type { Column } from '../domain/columns.ts'
import type { Figure, Profile, Scope } from '../domain/profile.ts'
import { figureWords } from '../domain/words.ts'
import { ask, binsOf, headOf, numericSql, scopeOf } from './head.ts'
import type { Look } from './head.ts'

const quantiles = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99]
const exactDistinctBelow = 5_000_000

/** Every figure of one column, each with what it rests on. NaN and infinities are counted and left out of the moments. */
export async function profileOf(look: Look, column: Column): Promise<Profile> {
  const head = await headOf(look, column)
  const rows = head.valid + head.missing + head.invalid
  const scope = scopeOf(look, rows)
  const parts = [counts({ head, rows, scope }), await distinct(look, column, rows, scope)]
  if (isNumeric(column.type)) parts.push(await moments(look, column, { scope, centre: centreOf(head) }))
  if (['date', 'timestamp', 'time'].includes(familyOf(column.type))) parts.push(await bounds(look, column, scope))
  const text = familyOf(column.type) === 'text' ? await texts(look, column, scope) : { figures: [], lengths: [] }
  return { figures: [...parts.flat(), ...text.figures], head, lengths: text.lengths }
}

function counts({ head, rows, scope }: { head: Profile['head']; rows: number; scope: Scope }): Figure[] {
  const share = (n: number) => (rows ? `${whole(n)} · ${((n / rows) * 100).toLocaleString('en-US', { maximumFractionDigits: 2 })} %` : whole(n))
  const at = { scope, ms: head.ms }
  return [
    { key: 'rows', label: 'rows', value: whole(rows), ...at },
    { key: 'valid', label: 'valid', value: share(head.valid), ...at },
    { key: 'missing', label: 'missing', value: share(head.missing), ...at },
    ...(head.invalid ? [{ key: 'invalid', label: 'infinite', value: share(head.invalid), ...at }] : []),
  ]
}

/** Exact while rows are few; else 64 times the distinct values of a 64th of the hash space, within about 1 % when there are many. */
async function distinct(look: Look, column: Column, rows: number, scope: Scope): Promise<Figure[]> {
  const began = performance.now()
  const { id } = column
  const sampled = rows > exactDistinctBelow
  const [row = []] = await ask(look, sampled ? `SELECT 64 * count(DISTINCT ${id}) FROM prev WHERE hash(${id}) % 64 = 0` : `SELECT count(DISTINCT ${id}) FROM prev WHERE NOT ${missingSql(column)}`)
  return [{ key: 'distinct', label: 'distinct', value: whole(Number(row[0])), scope: sampled ? { ...scope, kind: 'approx' } : scope, ms: performance.now() - began }]
}

/** About where the values lie: sums of cubes lose all digits far from it. */
function centreOf({ bins }: Profile['head']): number {
  const many = bins.reduce((sum, { count }) => sum + count, 0)
  return many === 0 ? 0 : bins.reduce((sum, { from, to, count }) => sum + ((from + to) / 2) * (count / many), 0)
}

async function moments(look: Look, column: Column, { scope, centre }: { readonly scope: Scope; readonly centre: number }): Promise<Figure[]> {
  const began = performance.now()
  const x = numericSql(column) ?? column.id
  const many = scope.rows > 20_000_000
  const spreadSql = `${many ? 'approx_quantile' : 'quantile_cont'}(x, [${quantiles.join(', ')}])`
  const exact = `min(${column.id}) FILTER (WHERE x IS NOT NULL)::VARCHAR, max(${column.id}) FILTER (WHERE x IS NOT NULL)::VARCHAR`
  const query = (deviation: string, skewness: string) => ask(look, `SELECT ${exact}, avg(x), ${deviation}, sum(x), count(*) FILTER (WHERE x = 0), count(*) FILTER (WHERE x < 0), ${skewness}, ${spreadSql} FROM (SELECT ${column.id}, (${x}) AS x FROM prev)`)
  const [row = []] = await query('stddev_samp(x)', `skewness(x - (${literal(centre)}))`).catch((error: unknown) => {
    if (error instanceof DuckError && error.kind === 'Out of Range') return query('NULL', 'NULL')
    throw error
  })
  const spread: readonly unknown[] = Array.isArray(row[8]) ? row[8] : []
  const ms = performance.now() - began
  const figure = (key: string, label: string, value: unknown, over: Scope = scope): Figure => ({ key, label, value: shown(value), scope: over, ms })
  const over: Scope = many && scope.kind === 'exact' ? { ...scope, kind: 'approx' } : scope
  return [
    figure('min', 'min', row[0]), figure('max', 'max', row[1]), figure('mean', 'mean', row[2]), figure('deviation', 'σ', row[3]), figure('sum', 'sum', row[4]),
    ...quantiles.map((q, i) => figure(`p${q * 100}`, q === 0.5 ? 'median' : `p${q * 100}`, spread[i], over)),
    figure('zeros', 'zeros', row[5]), figure('negative', 'negative', row[6]), figure('skewness', 'skewness', row[7]),
  ]
}

async function bounds(look: Look, { id }: Column, scope: Scope): Promise<Figure[]> {
  const began = performance.now()
  const [row = []] = await ask(look, `SELECT min(${id})::VARCHAR, max(${id})::VARCHAR FROM prev`)
  const ms = performance.now() - began
  return [{ key: 'min', label: 'first', value: shown(row[0]), scope, ms }, { key: 'max', label: 'last', value: shown(row[1]), scope, ms }]
}

async function texts(look: Look, column: Column, scope: Scope): Promise<{ figures: Figure[]; lengths: Profile['lengths'] }> {
  const began = performance.now()
  const length = `length(${column.id}::VARCHAR)`
  const [row = []] = await ask(look, `SELECT min(${length}), avg(${length}), max(${length}), count(*) FILTER (WHERE ${column.id}::VARCHAR = ''), count(*) FILTER (WHERE ${column.id}::VARCHAR <> trim(${column.id}::VARCHAR)) FROM prev`)
  const [low, high] = [Number(row[0] ?? Number.NaN), Number(row[2] ?? Number.NaN)]
  const lengths = Number.isFinite(low) ? await binsOf(look, { column: { ...column, type: 'INTEGER' }, value: length, low, high, count: 20 }) : []
  const ms = performance.now() - began
  const labels = ['shortest', 'mean length', 'longest', 'empty', 'outer spaces']
  return { figures: labels.map((label, i) => ({ key: label.replace(' ', '-'), label, value: shown(row[i]), scope, ms })), lengths }
}

function whole(n: number): string {
  return n.toLocaleString('en-US')
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '–'
  if (typeof value === 'number') return Number.isInteger(value) ? whole(value) : figureWords(value, 6)
  const text = String(value)
  return /^-?\d+$/.test(text) ? BigInt(text).toLocaleString('en-US') : text
}
