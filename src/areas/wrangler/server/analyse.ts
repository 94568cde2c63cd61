import { Problem } from '#wire/problem.ts'
import type { Analysis, Finding } from '../domain/analysis.ts'
import type { Column } from '../domain/columns.ts'
import { correlationOf } from './correlation.ts'
import { ask, binsOf, numericSql, scopeOf } from './head.ts'
import type { Look } from './head.ts'
import { leakageOf } from './leakage.ts'
import { profileOf } from './profile.ts'

export type Report = (share: number | null, phase?: string) => void
type Of<K extends Analysis['kind']> = Extract<Analysis, { kind: K }>

/** One analysis over all rows of the view, or over the block sample that its scope names. */
export async function findingOf(look: Look, analysis: Analysis, report: Report): Promise<Finding> {
  const began = performance.now()
  const [[rows = 0] = []] = await ask(look, 'SELECT count(*) FROM prev')
  const scope = scopeOf(look, Number(rows))
  const at = () => ({ scope, ms: performance.now() - began })
  switch (analysis.kind) {
    case 'histogram': return { kind: 'histogram', series: await histogram(look, analysis), ...at() }
    case 'scatter': return { kind: 'scatter', ...(await scatter(look, analysis)), ...at() }
    case 'summary': return { kind: 'summary', ...(await summary(look, report)), ...at() }
    case 'duplicates': return { kind: 'duplicates', ...(await duplicates(look, analysis)), ...at() }
    case 'correlation': {
      const { scope: over, ...found } = await correlationOf(look, analysis.method, scope, report)
      return { kind: 'correlation', ...found, scope: over, ms: performance.now() - began }
    }
    case 'leakage': return { kind: 'leakage', ...(await leakageOf(look, columnIn(look, analysis.target), report)), ...at() }
  }
}

export function columnIn({ prepared }: Look, id: string): Column {
  const column = prepared.columns.find((one) => one.id === id)
  if (!column) throw new Problem('missing', 'A column of the analysis is not there any more. Choose another.')
  return column
}

async function histogram(look: Look, { column: id, bins: count, by }: Of<'histogram'>): Promise<Extract<Finding, { kind: 'histogram' }>['series']> {
  const column = columnIn(look, id)
  const groups = by === undefined ? [null] : (await ask(look, `SELECT ${columnIn(look, by).id}::VARCHAR AS g, count(*) AS n FROM prev WHERE ${by} IS NOT NULL GROUP BY g ORDER BY n DESC, g LIMIT 6`)).map(([group]) => String(group))
  const value = numericSql(column)
  const [row = []] = value ? await ask(look, `SELECT min(${value}), max(${value}) FROM prev`) : [[]]
  const [low, high] = [Number(row[0] ?? Number.NaN), Number(row[1] ?? Number.NaN)]
  return Promise.all(groups.map(async (group) => {
    const only = group === null || by === undefined ? undefined : `${by}::VARCHAR = '${group.replaceAll("'", "''")}'`
    const name = group ?? column.name
    if (value && Number.isFinite(low)) {
      const inGroup = only ? `CASE WHEN ${only} THEN ${value} END` : value
      return { name, bins: await binsOf(look, { column, value: inGroup, low, high, count }), top: [] }
    }
    const rows = await ask(look, `SELECT left(${id}::VARCHAR, 80) AS v, count(*) AS n FROM prev WHERE ${id} IS NOT NULL${only ? ` AND ${only}` : ''} GROUP BY v ORDER BY n DESC, v LIMIT ${count}`)
    return { name, bins: [], top: rows.map(([text, n]) => ({ value: String(text), count: Number(n) })) }
  }))
}

const shownPoints = 4000

async function scatter(look: Look, { x, y, color }: Of<'scatter'>) {
  const [a, b] = [numericSql(columnIn(look, x)), numericSql(columnIn(look, y))]
  if (!a || !b) throw new Problem('invalid', 'A scatter plot needs two columns of numbers or dates.')
  const shade = color === undefined ? 'NULL' : `left(${columnIn(look, color).id}::VARCHAR, 40)`
  const pairs = `(SELECT _rid, (${a}) AS a, (${b}) AS b, ${shade} AS s FROM prev WHERE (${a}) IS NOT NULL AND (${b}) IS NOT NULL)`
  const [row = []] = await ask(look, `SELECT count(*), corr(a, b) FROM ${pairs}`)
  const n = Number(row[0])
  const every = Math.max(1, Math.ceil(n / shownPoints))
  const points = await ask(look, `SELECT a, b, s FROM ${pairs} WHERE hash(_rid) % ${every} = 0 LIMIT ${shownPoints}`)
  const r = row[1] === null ? Number.NaN : Number(row[1])
  return { points: points.map(([p, q, s]) => [Number(p), Number(q), s === null ? null : String(s)] satisfies [number, number, string | null]), correlation: Number.isFinite(r) ? Math.max(-1, Math.min(1, r)) : null, pairs: n }
}

const summaryKeys = ['valid', 'missing', 'distinct', 'mean', 'deviation', 'min', 'p25', 'p50', 'p75', 'max']

async function summary(look: Look, report: Report) {
  const rows: string[][] = []
  for (const [i, column] of look.prepared.columns.entries()) {
    report(i / look.prepared.columns.length, `Figures of ${column.name}`)
    const { figures } = await profileOf(look, column)
    rows.push([column.name, column.type, ...summaryKeys.map((key) => figures.find((figure) => figure.key === key)?.value ?? '')])
  }
  return { head: ['column', 'type', 'valid', 'missing', 'distinct', 'mean', 'σ', 'min', 'p25', 'median', 'p75', 'max'], rows }
}

async function duplicates(look: Look, { columns }: Of<'duplicates'>) {
  const keys = columns.length > 0 ? columns.map((id) => columnIn(look, id)) : look.prepared.columns
  const ids = keys.map(({ id }) => id).join(', ')
  const grouped = `SELECT ${ids}, count(*) AS n FROM prev GROUP BY ALL HAVING count(*) > 1`
  const [row = []] = await ask(look, `SELECT count(*), coalesce(sum(n - 1), 0) FROM (${grouped})`)
  const examples = await ask(look, `${grouped} ORDER BY n DESC LIMIT 20`)
  return { groups: Number(row[0]), extra: Number(row[1]), names: keys.map(({ name }) => name), examples: examples.map((values) => ({ count: Number(values.at(-1)), row: values.slice(0, -1) })) }
}
