import { cramersV } from '#stats/association.ts'
import { Problem } from '#wire/problem.ts'
import { familyOf, isNumeric } from '../domain/columns.ts'
import type { Column } from '../domain/columns.ts'
import type { Scope } from '../domain/profile.ts'
import { ask, numericSql } from './head.ts'
import type { Look } from './head.ts'

type Method = 'pearson' | 'spearman' | 'cramer'
const most = 30
const levels = 200
const rankedRows = 200_000

/** Pairwise over the rows where both are there. Pearson on all rows; Spearman by average ranks, on a sample past 200,000 rows; Cramér's V on columns of at most 200 levels. */
export async function correlationOf(look: Look, method: Method, scope: Scope, report: (share: number | null) => void): Promise<{ columns: string[]; names: string[]; values: (number | null)[][]; scope: Scope }> {
  const columns = (method === 'cramer' ? await categories(look) : look.prepared.columns.filter(({ type }) => isNumeric(type))).slice(0, most)
  if (columns.length < 2) throw new Problem('invalid', method === 'cramer' ? 'Cramér’s V needs two columns of at most 200 different values.' : 'Correlation needs two columns of numbers.')
  const pairs = columns.flatMap((a, i) => columns.slice(i + 1).map((b) => [a, b] as const))
  const found = method === 'pearson' ? await pearson(look, pairs) : await oneByOne(pairs, (a, b) => (method === 'cramer' ? cramer(look, a, b) : spearman(look, a, b, scope)), report)
  const value = (a: Column, b: Column) => (a === b ? 1 : (found.get(`${a.id}:${b.id}`) ?? found.get(`${b.id}:${a.id}`) ?? null))
  const over: Scope = method === 'spearman' && scope.rows > rankedRows ? { kind: 'sample', rows: rankedRows, of: scope.rows } : scope
  return { columns: columns.map(({ id }) => id), names: columns.map(({ name }) => name), values: columns.map((a) => columns.map((b) => value(a, b))), scope: over }
}

async function pearson(look: Look, pairs: readonly (readonly [Column, Column])[]): Promise<Map<string, number | null>> {
  const list = pairs.map(([a, b]) => `corr(${numericSql(a)}, ${numericSql(b)})`)
  const [row = []] = await ask(look, `SELECT ${list.join(', ')} FROM prev`)
  return new Map(pairs.map(([a, b], i) => [`${a.id}:${b.id}`, finite(row[i])]))
}

async function spearman(look: Look, a: Column, b: Column, { rows }: Scope): Promise<number | null> {
  const sample = rows > rankedRows ? ` QUALIFY row_number() OVER (ORDER BY hash(_rid)) <= ${rankedRows}` : ''
  const rank = (x: string) => `rank() OVER (ORDER BY ${x}) + (count(*) OVER (PARTITION BY ${x}) - 1) / 2.0`
  const both = `SELECT ${numericSql(a)} AS a, ${numericSql(b)} AS b FROM prev WHERE (${numericSql(a)}) IS NOT NULL AND (${numericSql(b)}) IS NOT NULL${sample}`
  const [row = []] = await ask(look, `SELECT corr(ra, rb) FROM (SELECT ${rank('a')} AS ra, ${rank('b')} AS rb FROM (${both}))`)
  return finite(row[0])
}

async function cramer(look: Look, a: Column, b: Column): Promise<number | null> {
  const rows = await ask(look, `SELECT ${a.id}::VARCHAR AS x, ${b.id}::VARCHAR AS y, count(*) FROM prev WHERE ${a.id} IS NOT NULL AND ${b.id} IS NOT NULL GROUP BY x, y`)
  const [xs, ys] = [[...new Set(rows.map(([x]) => String(x)))], [...new Set(rows.map(([, y]) => String(y)))]]
  const counts = new Map(rows.map(([x, y, n]) => [JSON.stringify([x, y]), Number(n)]))
  return cramersV(xs.map((x) => ys.map((y) => counts.get(JSON.stringify([x, y])) ?? 0)))
}

async function categories(look: Look): Promise<Column[]> {
  const { columns } = look.prepared
  const candidates = columns.filter(({ type }) => ['text', 'boolean', 'integer'].includes(familyOf(type)))
  if (candidates.length === 0) return []
  const [row = []] = await ask(look, `SELECT ${candidates.map(({ id }) => `count(DISTINCT ${id})`).join(', ')} FROM prev`)
  return candidates.filter((_, i) => Number(row[i]) >= 2 && Number(row[i]) <= levels)
}

async function oneByOne(pairs: readonly (readonly [Column, Column])[], measure: (a: Column, b: Column) => Promise<number | null>, report: (share: number | null) => void): Promise<Map<string, number | null>> {
  const found = new Map<string, number | null>()
  for (const [i, [a, b]] of pairs.entries()) {
    report(i / pairs.length)
    found.set(`${a.id}:${b.id}`, await measure(a, b))
  }
  return found
}

function finite(value: unknown): number | null {
  const number = value === null || value === undefined ? Number.NaN : Number(value)
  return Number.isFinite(number) ? Math.max(-1, Math.min(1, number)) : null
}
