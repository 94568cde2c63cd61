import { normalBelow } from './special.ts'

/** `u` is the statistic of the left side. */
export interface MannWhitney { readonly u: number; readonly p: number; readonly method: 'exact' | 'normal' }

/**
 * Mann–Whitney U, two-sided; null where a side is empty. Exact where a side has at most 8 values, the other at most 200 and none is tied;
 * else by the normal law with corrections for ties and continuity, which is rough below about 8 values a side.
 * Source: H. B. Mann, D. R. Whitney, Ann. Math. Statist. 18 (1947), 50–60; the choice of method is SciPy's.
 */
export function mannWhitney(left: readonly number[], right: readonly number[]): MannWhitney | null {
  const [n, m] = [left.length, right.length]
  if (n === 0 || m === 0) return null
  const { ranks, ties } = ranked([...left, ...right])
  const u = ranks.slice(0, n).reduce((sum, rank) => sum + rank, 0) - (n * (n + 1)) / 2
  const greater = Math.max(u, n * m - u)
  if (ties === 0 && Math.min(n, m) <= 8 && Math.max(n, m) <= 200) return { u, p: Math.min(1, 2 * exactTail(greater, n, m)), method: 'exact' }
  const all = n + m
  const deviation = Math.sqrt(((n * m) / 12) * (all + 1 - ties / (all * (all - 1))))
  const z = (greater - (n * m) / 2 - 0.5) / deviation
  return { u, p: deviation === 0 ? 1 : Math.min(1, 2 * normalBelow(-z)), method: 'normal' }
}

/** Mean ranks from 1, and Σ(t³ − t) over ties of t values. */
function ranked(values: readonly number[]): { readonly ranks: readonly number[]; readonly ties: number } {
  const order = values.map((_, i) => i).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0))
  const ranks = values.map(() => 0)
  let ties = 0
  for (let from = 0; from < order.length;) {
    let to = from + 1
    while (to < order.length && values[order[to] ?? 0] === values[order[from] ?? 0]) to += 1
    for (const at of order.slice(from, to)) ranks[at] = (from + 1 + to) / 2
    ties += (to - from) ** 3 - (to - from)
    from = to
  }
  return { ranks, ties }
}

/** P(U ≥ u): the share of the orders of n and m values whose statistic is at least u, counted by the q-binomial coefficients. */
function exactTail(u: number, n: number, m: number): number {
  const [few, many] = [Math.min(n, m), Math.max(n, m)]
  const size = n * m
  let ways: number[] = Array.from({ length: size + 1 }, (_, i) => (i === 0 ? 1 : 0))
  for (let k = 1; k <= few; k += 1) ways = divided(multiplied(ways, many + k), k)
  const all = ways.reduce((sum, way) => sum + way, 0)
  return ways.slice(Math.round(u)).reduce((sum, way) => sum + way, 0) / all
}

/** Times (1 − q^k). */
function multiplied(ways: readonly number[], k: number): number[] {
  return ways.map((way, i) => way - (ways[i - k] ?? 0))
}

/** Divided by (1 − q^k). */
function divided(ways: readonly number[], k: number): number[] {
  const out: number[] = []
  for (const [i, way] of ways.entries()) out.push(way + (out[i - k] ?? 0))
  return out
}
