import { Problem } from '#wire/problem.ts'
import { isNumeric, missingSql } from '../domain/columns.ts'
import type { Column } from '../domain/columns.ts'
import { ask, numericSql } from './head.ts'
import type { Look } from './head.ts'

type Verdict = 'leak' | 'suspect' | 'fine' | 'none'
/** `coverage`: the share of judged rows whose category was met in the rows learnt from; null for numbers. */
interface Score { readonly score: number | null; readonly coverage: number | null }
export interface Leakage { readonly measure: string; readonly columns: (Score & { column: string; name: string; verdict: Verdict })[] }

/**
 * How well each column alone tells the target. Two classes: ROC AUC (Mann–Whitney over grouped ranks, ties half); a numeric target: R² of
 * the category means, or Pearson's r² for numbers. Categories are scored by means learnt on every other row, so that an id does not look like
 * a leak; one that was not met there is told by the mean of all.
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
    const { score, coverage } = await (binary ? aucOf(look, column, y, target) : r2Of(look, column, y, target))
    columns.push({ column: column.id, name: column.name, score, coverage, verdict: verdictOf(score, binary) })
  }
  return { measure: binary ? 'ROC AUC' : 'R²', columns: columns.sort((a, b) => (b.score ?? -1) - (a.score ?? -1)) }
}

function verdictOf(score: number | null, binary: boolean): Verdict {
  if (score === null) return 'none'
  if (score >= (binary ? 0.99 : 0.98)) return 'leak'
  return score >= (binary ? 0.9 : 0.8) ? 'suspect' : 'fine'
}

/** The column as a number `x`: itself, or for categories the target's mean among the other half of the rows; `met` where that half knows the category. */
function scored(column: Column, y: string, target: Column): string {
  const x = numericSql(column)
  const known = `SELECT _rid, ${x ?? `${column.id}::VARCHAR`} AS x, (${y})::DOUBLE AS y FROM prev WHERE NOT ${missingSql(target)} AND NOT ${missingSql(column)}`
  if (x) return `SELECT x, y, NULL::INTEGER AS met FROM (${known}) WHERE x IS NOT NULL AND y IS NOT NULL`
  const learnt = `SELECT x, y FROM (${known}) WHERE _rid % 2 = 1`
  const means = `SELECT x, avg(y) AS mean FROM (${learnt}) GROUP BY x`
  return `SELECT coalesce(m.mean, (SELECT avg(y) FROM (${learnt}))) AS x, k.y, (m.x IS NOT NULL)::INTEGER AS met FROM (${known} AND _rid % 2 = 0) k LEFT JOIN (${means}) m USING (x)`
}

async function aucOf(look: Look, column: Column, y: string, target: Column): Promise<Score> {
  const grouped = `SELECT x, sum(y) AS p, count(*) - sum(y) AS n, sum(met) AS met, count(*) AS size FROM (${scored(column, y, target)}) GROUP BY x`
  const ranked = `SELECT *, sum(n) OVER (ORDER BY x ROWS UNBOUNDED PRECEDING) - n AS below FROM (${grouped})`
  const [[auc, met] = []] = await ask(look, `SELECT sum(p * (below + n / 2.0)) / nullif(sum(p) * sum(n), 0), sum(met) / sum(size) FROM (${ranked})`)
  const score = figure(auc)
  return { score: score === null ? null : Math.max(score, 1 - score), coverage: figure(met) }
}

/** A column that never varies tells nothing: 0, where a correlation is not defined. */
async function r2Of(look: Look, column: Column, y: string, target: Column): Promise<Score> {
  const [[r, met] = []] = await ask(look, `SELECT CASE WHEN min(x) = max(x) AND min(y) < max(y) THEN 0 ELSE corr(x, y) END, avg(met) FROM (${scored(column, y, target)})`)
  const score = figure(r)
  return { score: score === null ? null : Math.min(1, score * score), coverage: figure(met) }
}

function figure(value: unknown): number | null {
  const number = value === null || value === undefined ? Number.NaN : Number(value)
  return Number.isFinite(number) ? number : null
}
