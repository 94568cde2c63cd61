import type { Domain } from './parzen.ts'
import { countsOnGrid, densityOnGrid } from './parzen.ts'

export interface Parameter {
  readonly name: string
  /** One for each run; null where the run has none. Texts where the domain is a choice. */
  readonly values: readonly (number | string | null)[]
  readonly domain: Domain
}

export interface ImportanceQuestion {
  readonly target: readonly number[]
  readonly aim: 'lower' | 'higher'
  readonly parameters: readonly Parameter[]
  /** γ: the share of the runs that count as good. */
  readonly top?: number
  /** The share of the runs within which they are measured; 1 is all. */
  readonly region?: number
}

/** Shares of 1 in the order of the parameters; all equal where nothing tells the good runs from the others. */
export interface ImportanceAnswer { readonly shares: readonly number[]; readonly raw: readonly number[]; readonly good: number; readonly runs: number }

/**
 * Parameter importance by PED-ANOVA: how far each parameter's density among the best runs lies (Pearson's χ² divergence) from its density among all.
 * A parameter that some runs lack is measured within those that have it, weighted by how many of the good ones do.
 * Fewer than about five good runs make it unsteady. Sources: Watanabe, Bansal, Hutter, IJCAI 2023 (arXiv 2304.10255); for missing values
 * theorem 4.2 of arXiv 2601.20800; as Optuna 5 computes it.
 */
export function pedAnova({ target, aim, parameters, top = 0.1, region = 1 }: ImportanceQuestion): ImportanceAnswer {
  const costs = target.map((value) => (aim === 'lower' ? value : -value))
  const known = costs.flatMap((cost, at) => (Number.isFinite(cost) ? [at] : []))
  const good = new Set(bestOf(known, costs, top))
  const within = bestOf(known, costs, region)
  const raw = known.length < 2 ? parameters.map(() => 0) : parameters.map((parameter) => (good.size / within.length) ** 2 * divergenceOf(parameter, within, good))
  const sum = raw.reduce((total, value) => total + value, 0)
  return { shares: raw.map((value) => (sum > 0 ? value / sum : 1 / raw.length)), raw, good: good.size, runs: within.length }
}

/** Those up to the share's quantile, ties with it included. */
function bestOf(known: readonly number[], costs: readonly number[], share: number): readonly number[] {
  if (share >= 1 || known.length === 0) return known
  const sorted = known.map((at) => costs[at] ?? 0).sort((a, b) => a - b)
  const cutoff = sorted[Math.ceil(share * sorted.length) - 1] ?? Infinity
  return known.filter((at) => (costs[at] ?? Infinity) <= cutoff)
}

function divergenceOf({ values, domain }: Parameter, within: readonly number[], good: ReadonlySet<number>): number {
  const holding = within.filter((at) => values[at] !== null && values[at] !== undefined)
  const best = holding.filter((at) => good.has(at))
  if (holding.length < 2 || best.length === 0 || isSingle(domain)) return 0
  const density = (rows: readonly number[]) => densityOnGrid(countsOnGrid(rows.flatMap((at) => values[at] ?? []), domain), domain.kind).map((share) => share + 1e-12)
  const [top, all] = [density(best), density(holding)]
  const divergence = all.reduce((sum, share, i) => sum + share * ((top[i] ?? 0) / share - 1) ** 2, 0)
  return ((best.length / good.size) ** 2 / (holding.length / within.length)) * divergence
}

function isSingle(domain: Domain): boolean {
  return domain.kind === 'choice' ? domain.choices.length < 2 : domain.high <= domain.low
}
