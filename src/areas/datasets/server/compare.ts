import { jensenShannonDistance } from '#stats/distance.ts'
import type { Duck } from '#node/duckdb/duck.ts'
import { dataProblem } from '#node/duckdb/error.ts'
import { comparedAs, pairsOf, sharedBins } from '../domain/comparison-kind.ts'
import type { ComparedKind, Pair } from '../domain/comparison-kind.ts'
import type { Comparison } from '../domain/comparison.ts'
import type { Relation } from '../domain/dataset.ts'
import { shardsSql } from '../domain/source-sql.ts'

type Compared = Comparison['columns'][number]
type Side = NonNullable<Compared['left']>
interface Work { readonly duck: Duck; readonly left: Relation; readonly right: Relation; readonly signal: AbortSignal; readonly report: (share: number | null, phase?: string) => void }

/** Two versions side by side, every figure over all rows; NaN counts as missing, infinities stay out of mean, extremes and bins. */
export async function compareVersions(work: Work): Promise<Comparison> {
  const { left, right, report } = work
  const began = performance.now()
  const pairs = pairsOf(left.columns, right.columns)
  const columns: Compared[] = []
  for (const [i, pair] of pairs.entries()) {
    report(i / pairs.length, `Comparing “${pair.name}”`)
    columns.push(await compareColumn(work, pair).catch((error: unknown) => { throw dataProblem(error, `Comparing “${pair.name}”`) }))
  }
  return {
    rows: [left.version.rows, right.version.rows], bytes: [left.version.bytes, right.version.bytes], columns,
    scope: 'exact, all rows', ms: performance.now() - began,
  }
}

async function compareColumn(work: Work, pair: Pair): Promise<Compared> {
  const [left, right] = await Promise.all([measured(work, work.left, pair.left), measured(work, work.right, pair.right)])
  const sides = { name: pair.name, left: left?.side ?? null, right: right?.side ?? null }
  if (!left || !right) return { ...sides, change: left ? 'removed' : 'added', bins: [], drift: null }
  const bins = await binsOf(work, pair, left, right)
  const change = changeOf(left, right)
  return { ...sides, change, bins, drift: jensenShannonDistance(bins.map((bin) => bin.left), bins.map((bin) => bin.right)) }
}

function binsOf(work: Work, pair: Pair, left: Measured, right: Measured): Promise<Compared['bins']> {
  if (left.kind !== right.kind) return Promise.resolve([])
  return left.kind === 'category' ? topBins(work, pair) : numberBins(work, pair, left, right)
}

function changeOf(left: Measured, right: Measured): 'type' | 'same' | 'values' {
  if (left.side.type !== right.side.type) return 'type'
  return left.check === right.check ? 'same' : 'values'
}

interface Measured { readonly side: Side; readonly kind: ComparedKind; readonly low: number | null; readonly high: number | null; readonly whole: boolean; readonly check: string }

async function measured({ duck, signal }: Work, relation: Relation, at: number | undefined): Promise<Measured | undefined> {
  if (at === undefined) return undefined
  const type = relation.columns[at]?.type ?? 'VARCHAR'
  const kind = comparedAs(type)
  const value = valueSql(type)
  const floating = /^(FLOAT|DOUBLE|REAL)$/.test(type)
  const held = kind === 'category' ? 'c IS NOT NULL' : finiteSql(type)
  const text = `SELECT count(*) FILTER (c IS NULL${floating ? ' OR isnan(c)' : ''}), count(DISTINCT ${kind === 'category' ? 'c::VARCHAR' : 'c'}),
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

async function numberBins(work: Work, pair: Pair, left: Measured, right: Measured): Promise<Compared['bins']> {
  const [lows, highs] = [[left.low, right.low].filter((one) => one !== null), [left.high, right.high].filter((one) => one !== null)]
  if (lows.length === 0 || highs.length === 0) return []
  const bins = sharedBins({ low: Math.min(...lows), high: Math.max(...highs), kind: left.kind, whole: left.whole && right.whole })
  const counted = async (relation: Relation, at: number | undefined) => {
    if (at === undefined) return new Map<number, number>()
    const type = relation.columns[at]?.type ?? 'DOUBLE'
    const place = `greatest(0, least(${bins.count - 1}, floor((${valueSql(type)} - (${bins.from})::DOUBLE) / ${bins.width}::DOUBLE)))::INTEGER`
    const { rows } = await work.duck.read({ text: `SELECT ${place}, count(*) FROM (${columnSql(relation, at)}) WHERE c IS NOT NULL AND ${finiteSql(type)} GROUP BY 1`, signal: work.signal, background: true })
    return new Map(rows.map(([bin, count]) => [Number(bin), Number(count)]))
  }
  const [a, b] = await Promise.all([counted(work.left, pair.left), counted(work.right, pair.right)])
  return bins.labels.map((label, i) => ({ label, left: a.get(i) ?? 0, right: b.get(i) ?? 0 }))
}

const top = 20

async function topBins({ duck, left, right, signal }: Work, pair: Pair): Promise<Compared['bins']> {
  const text = `WITH l AS (${countsSql(left, pair.left)}), r AS (${countsSql(right, pair.right)}),
    b AS (SELECT coalesce(l.v, r.v) AS v, coalesce(l.n, 0) AS a, coalesce(r.n, 0) AS z FROM l FULL JOIN r ON l.v = r.v)
    SELECT left(v, 80), a, z, (SELECT sum(a) FROM b), (SELECT sum(z) FROM b), (SELECT count(*) FROM b) FROM b ORDER BY a + z DESC, v LIMIT ${top}`
  const { rows } = await duck.read({ text, signal, background: true })
  const bins = rows.map(([label, a, b]) => ({ label: String(label), left: Number(a), right: Number(b) }))
  const [, , , allLeft, allRight, values] = rows[0] ?? []
  const rest = { left: Number(allLeft ?? 0) - bins.reduce((sum, bin) => sum + bin.left, 0), right: Number(allRight ?? 0) - bins.reduce((sum, bin) => sum + bin.right, 0) }
  return rest.left + rest.right > 0 ? [...bins, { label: `${Number(values) - bins.length} other values`, ...rest }] : bins
}

function countsSql(relation: Relation, at: number | undefined): string {
  return `SELECT c::VARCHAR AS v, count(*) AS n FROM (${columnSql(relation, at ?? 0)}) WHERE c IS NOT NULL GROUP BY 1`
}

function columnSql(relation: Relation, at: number): string {
  const ids = relation.columns.map((_, i) => `c${i}`)
  return `SELECT c${at} AS c FROM (${shardsSql({ shards: relation.shards, ids, types: relation.columns.map(({ type }) => type) }, { only: new Set([`c${at}`]) })})`
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
