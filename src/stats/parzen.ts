import { normalBelow } from './special.ts'

/** What a parameter may be. Numbers lie on a grid of at most 50 places between the ends, texts on their choices. */
export type Domain =
  | { readonly kind: 'number'; readonly low: number; readonly high: number; readonly log: boolean; readonly whole: boolean }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }

const most = 50
/** 90 % of a kernel lies within half a place. */
const narrowest = 0.5 / 1.64

export function gridSize(domain: Domain): number {
  if (domain.kind === 'choice') return domain.choices.length
  const span = domain.high - domain.low
  if (!domain.whole) return most
  return Math.min(most, domain.log ? Math.ceil(Math.log2(span + 1)) + 1 : Math.round(span) + 1)
}

/** How many values fall on each place of the grid; ties between places go to the lower. */
export function countsOnGrid(values: readonly (number | string)[], domain: Domain): number[] {
  const size = gridSize(domain)
  const counts = Array.from({ length: size }, () => 0)
  const place = placeOf(domain, size)
  for (const value of values) {
    const at = place(value)
    counts[at] = (counts[at] ?? 0) + 1
  }
  return counts
}

function placeOf(domain: Domain, size: number): (value: number | string) => number {
  if (domain.kind === 'choice') {
    const index = new Map(domain.choices.map((choice, i) => [choice, i]))
    return (value) => index.get(String(value)) ?? 0
  }
  const scale = domain.log ? Math.log : Number
  const [low, high] = [scale(domain.low), scale(domain.high)]
  const step = (high - low) / (size - 1)
  return (value) => Math.max(0, Math.min(size - 1, Math.ceil((scale(Number(value)) - low) / step - 0.5)))
}

/**
 * A density over the places of the grid: kernels of Scott's width at the counted places and one wide prior kernel of weight 1.
 * Source: D. W. Scott, Multivariate Density Estimation, 1992; the details are those of Optuna's ScottParzenEstimator.
 */
export function densityOnGrid(counts: readonly number[], kind: Domain['kind']): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0) + 1
  const kernels = kind === 'choice' ? choiceKernels(counts) : numberKernels(counts)
  return counts.map((_, place) => kernels.reduce((sum, { weight, mass }) => sum + (weight / total) * mass(place), 0))
}

interface Kernel { readonly weight: number; readonly mass: (place: number) => number }

function choiceKernels(counts: readonly number[]): Kernel[] {
  const seen = counts.flatMap((count, at) => (count > 0 ? [{ count, at }] : []))
  const share = 1 / (seen.length + 1)
  const sum = 1 + share * counts.length
  return [...seen.map(({ count, at }) => ({ weight: count, mass: (place: number) => ((place === at ? 1 : 0) + share) / sum })), { weight: 1, mass: () => 1 / counts.length }]
}

function numberKernels(counts: readonly number[]): Kernel[] {
  const seen = counts.flatMap((count, at) => (count > 0 ? [{ count, at }] : []))
  const high = counts.length - 1
  const width = Math.max(scottWidth(seen), narrowest)
  return [...seen.map(({ count, at }) => ({ weight: count, mass: cut(at, width, high) })), { weight: 1, mass: cut(high / 2, high + 1, high) }]
}

/** A normal kernel's share of each place, cut to the grid. */
function cut(centre: number, width: number, high: number): (place: number) => number {
  const whole = between((-0.5 - centre) / width, (high + 0.5 - centre) / width)
  return (place) => between((place - 0.5 - centre) / width, (place + 0.5 - centre) / width) / whole
}

function between(from: number, to: number): number {
  return from > 0 ? normalBelow(-from) - normalBelow(-to) : normalBelow(to) - normalBelow(from)
}

function scottWidth(seen: readonly { readonly count: number; readonly at: number }[]): number {
  const n = seen.reduce((sum, { count }) => sum + count, 0)
  const mean = seen.reduce((sum, { count, at }) => sum + count * at, 0) / n
  const deviation = Math.sqrt(seen.reduce((sum, { count, at }) => sum + count * (at - mean) ** 2, 0) / Math.max(1, n - 1))
  const reached: number[] = []
  for (const { count } of seen) reached.push((reached.at(-1) ?? 0) + count)
  const first = reached.findIndex((sum) => sum >= Math.floor(n / 4))
  const third = reached.findIndex((sum) => sum > Math.floor((n * 3) / 4))
  const last = seen.length - 1
  const quartiles = (seen[third < 0 ? last : third]?.at ?? 0) - (seen[first < 0 ? last : first]?.at ?? 0)
  return 1.059 * Math.min(quartiles / 1.34, deviation) * n ** -0.2
}
