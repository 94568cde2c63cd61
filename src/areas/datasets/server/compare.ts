import { jensenShannonDistance } from '#stats/distance.ts'
import { dataProblem } from '#node/duckdb/error.ts'
import { pairsOf, sharedBins } from '../domain/comparison-kind.ts'
import type { Pair } from '../domain/comparison-kind.ts'
import type { Comparison } from '../domain/comparison.ts'
import type { Relation } from '../domain/dataset.ts'
import { binCounts, countsSql, measured } from './column-figures.ts'
import type { Asked, Measured } from './column-figures.ts'

type Compared = Comparison['columns'][number]
interface Work extends Asked { readonly left: Relation; readonly right: Relation; readonly report: (share: number | null, phase?: string) => void }

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
  const [left, right] = await Promise.all([sideOf(work, work.left, pair.left), sideOf(work, work.right, pair.right)])
  const sides = { name: pair.name, left: left?.side ?? null, right: right?.side ?? null }
  if (!left || !right) return { ...sides, change: left ? 'removed' : 'added', bins: [], drift: null }
  const bins = await binsOf(work, pair, left, right)
  const change = changeOf(left, right)
  return { ...sides, change, bins, drift: jensenShannonDistance(bins.map((bin) => bin.left), bins.map((bin) => bin.right)) }
}

function sideOf(work: Work, relation: Relation, at: number | undefined): Promise<Measured | undefined> {
  return at === undefined ? Promise.resolve(undefined) : measured(work, relation, at)
}

function binsOf(work: Work, pair: Pair, left: Measured, right: Measured): Promise<Compared['bins']> {
  if (left.kind !== right.kind) return Promise.resolve([])
  return left.kind === 'category' ? topBins(work, pair) : numberBins(work, pair, left, right)
}

function changeOf(left: Measured, right: Measured): 'type' | 'same' | 'values' {
  if (left.side.type !== right.side.type) return 'type'
  return left.check === right.check ? 'same' : 'values'
}

async function numberBins(work: Work, pair: Pair, left: Measured, right: Measured): Promise<Compared['bins']> {
  const [lows, highs] = [[left.low, right.low].filter((one) => one !== null), [left.high, right.high].filter((one) => one !== null)]
  if (lows.length === 0 || highs.length === 0) return []
  const bins = sharedBins({ low: Math.min(...lows), high: Math.max(...highs), kind: left.kind, whole: left.whole && right.whole })
  const [a, b] = await Promise.all([binCounts(work, work.left, pair.left ?? 0, bins), binCounts(work, work.right, pair.right ?? 0, bins)])
  return bins.labels.map((label, i) => ({ label, left: a.get(i) ?? 0, right: b.get(i) ?? 0 }))
}

const top = 20

async function topBins({ duck, left, right, signal }: Work, pair: Pair): Promise<Compared['bins']> {
  const text = `WITH l AS (${countsSql(left, pair.left ?? 0)}), r AS (${countsSql(right, pair.right ?? 0)}),
    b AS (SELECT coalesce(l.v, r.v) AS v, coalesce(l.n, 0) AS a, coalesce(r.n, 0) AS z FROM l FULL JOIN r ON l.v = r.v)
    SELECT left(v, 80), a, z, (SELECT sum(a) FROM b), (SELECT sum(z) FROM b), (SELECT count(*) FROM b) FROM b ORDER BY a + z DESC, v LIMIT ${top}`
  const { rows } = await duck.read({ text, signal, background: true })
  const bins = rows.map(([label, a, b]) => ({ label: String(label), left: Number(a), right: Number(b) }))
  const [, , , allLeft, allRight, values] = rows[0] ?? []
  const rest = { left: Number(allLeft ?? 0) - bins.reduce((sum, bin) => sum + bin.left, 0), right: Number(allRight ?? 0) - bins.reduce((sum, bin) => sum + bin.right, 0) }
  return rest.left + rest.right > 0 ? [...bins, { label: `${Number(values) - bins.length} other values`, ...rest }] : bins
}
