import { Problem } from '#wire/problem.ts'
import { isNumeric, missingSql } from '../domain/columns.ts'
import type { Column } from '../domain/columns.ts'
import { ask, numericSql } from './head.ts'
import type { Look } from './head.ts'

type Verdict = 'leak' | 'suspect' | 'fine' | 'none'
export interface Leakage { readonly measure: string; readonly columns: { column: string; name: string; score: number | null; verdict: Verdict }[] }

/**
 * How well each column alone tells the target. Two classes: ROC AUC (Mann–Whitney over grouped ranks, ties half); a numeric target: R² of
 * the category means, or Pearson's r² for numbers. Categories are scored by means learnt on every other row, so that an id does not look like a leak.
 */
export async function leakageOf(look: Look, target: Column, report: (share: number | null, phase?: string) => void): Promise<Leakage> {
  const classes = await ask(look, `SELECT ${target.id}::VARCHAR AS v, count(*) AS n FROM prev WHERE NOT ${missingSql(target)} GROUP BY v ORDER BY n, v LIMIT 3`)
  if (classes.length < 2) throw new Problem('invalid', `“${target.name}” has fewer than two different values, so there is nothing to tell. Choose another target.`)
  const binary = classes.length === 2
  if (!binary && !isNumeric(target.type)) throw new Problem('invalid', `“${target.name}” has more than two classes. Target leakage takes a column of two classes or of numbers.`)
  const y = binary ? `(${target.id}::VARCHAR = '${String(classes[0]?.[0]).replaceAll("'", "''")}')::INTEGER` : (numericSql(target) ?? target.id)
  const others = look.prepared.columns.filter(({ id }) => id !== target.id)
  const columns: Leakage['columns'] = []
  for (const [i, column] of others.entries()) {
    report(i / others.length, column.name)
    const score = await (binary ? aucOf(look, column, y, target) : r2Of(look, column, y, target))
    columns.push({ column: column.id, name: column.name, score, verdict: verdictOf(score, binary) })
  }
  return { measure: binary ? 'ROC AUC' : 'R²', columns: columns.sort((a, b) => (b.score ?? -1) - (a.score ?? -1)) }
}

function verdictOf(score: number | null, binary: boolean): Verdict {
  if (score === null) return 'none'
  if (score >= (binary ? 0.99 : 0.98)) return 'leak'
  return score >= (binary ? 0.9 : 0.8) ? 'suspect' : 'fine'
}

/** The column as a number: itself, or for categories the target's mean among the other half of the rows. */
function scored(column: Column, y: string, target: Column): string {
  const x = numericSql(column)
  const known = `SELECT _rid, ${x ?? `${column.id}::VARCHAR`} AS x, (${y})::DOUBLE AS y FROM prev WHERE NOT ${missingSql(target)} AND NOT ${missingSql(column)}`
  if (x) return `SELECT x, y FROM (${known}) WHERE x IS NOT NULL AND y IS NOT NULL`
  return `SELECT m.mean AS x, k.y FROM (${known} AND _rid % 2 = 0) k JOIN (SELECT x, avg(y) AS mean FROM (${known} AND _rid % 2 = 1) GROUP BY x) m USING (x)`
}

async function aucOf(look: Look, column: Column, y: string, target: Column): Promise<number | null> {
  const grouped = `SELECT x, sum(y) AS p, count(*) - sum(y) AS n FROM (${scored(column, y, target)}) GROUP BY x`
  const ranked = `SELECT p, n, sum(n) OVER (ORDER BY x ROWS UNBOUNDED PRECEDING) - n AS below FROM (${grouped})`
  const [row = []] = await ask(look, `SELECT sum(p * (below + n / 2.0)) / nullif(sum(p) * sum(n), 0) FROM (${ranked})`)
  const auc = row[0] === null || row[0] === undefined ? Number.NaN : Number(row[0])
  return Number.isFinite(auc) ? Math.max(auc, 1 - auc) : null
}

async function r2Of(look: Look, column: Column, y: string, target: Column): Promise<number | null> {
  const [row = []] = await ask(look, `SELECT corr(x, y) FROM (${scored(column, y, target)})`)
  const r = row[0] === null || row[0] === undefined ? Number.NaN : Number(row[0])
  return Number.isFinite(r) ? r * r : null
}
