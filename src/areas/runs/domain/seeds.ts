import { holm } from '#stats/holm.ts'
import { mannWhitney } from '#stats/mann-whitney.ts'
import { summaryOf } from '#stats/summary.ts'
import { welchTest } from '#stats/welch.ts'
import { isSystem } from './column.ts'
import type { ComparedRun } from './shown.ts'

/** Runs that differ in nothing but their seed. */
export interface SeedGroup { readonly label: string; readonly runs: readonly ComparedRun[] }
export interface SeedTest { readonly metric: string; readonly left: string; readonly right: string; readonly n: readonly [number, number]; /** How many of each are NaN or infinite; mean, σ and test leave them out. */ readonly odd: readonly [number, number]; readonly means: readonly [number | null, number | null]; readonly sds: readonly [number | null, number | null]; readonly statistic: number | null; readonly p: number | null }

export const SeedTests = ['welch', 'mannWhitney'] as const
export type SeedTestKind = (typeof SeedTests)[number]

const seedKey = /(^|[._-])(seed|random_state|random_seed)$/i

/** Groups of equal params but the seed, named by the params in which they differ; only where some group holds more than one run. */
export function seedGroups(all: readonly ComparedRun[]): SeedGroup[] {
  const byParams = new Map<string, ComparedRun[]>()
  for (const run of all) {
    const key = JSON.stringify(paramsOf(run))
    byParams.set(key, [...(byParams.get(key) ?? []), run])
  }
  const groups = [...byParams.values()]
  if (groups.length < 2 || groups.every((runs) => runs.length < 2)) return []
  const maps = groups.map(([first]) => new Map(first ? paramsOf(first) : []))
  const varied = [...new Set(maps.flatMap((map) => [...map.keys()]))].filter((key) => new Set(maps.map((map) => map.get(key))).size > 1)
  return groups.map((runs, i) => ({ label: varied.map((key) => `${key} ${maps[i]?.get(key) ?? 'none'}`).join(' · ') || `group ${i + 1}`, runs }))
}

function paramsOf({ params }: ComparedRun): [string, string][] {
  return params.filter(({ key }) => !seedKey.test(key)).map(({ key, value }): [string, string] => [key, value]).sort(([a], [b]) => (a < b ? -1 : 1))
}

/** Two groups tested on each metric that both have, p corrected after Holm over the metrics. */
export function seedTests(left: SeedGroup, right: SeedGroup, kind: SeedTestKind): SeedTest[] {
  const metrics = [...new Set([...left.runs, ...right.runs].flatMap((run) => run.metrics.map(({ key }) => key)))].filter((key) => !isSystem(key)).sort()
  const tests = metrics.flatMap((metric) => testOf({ metric, left, right, kind }))
  const known = tests.flatMap(({ p }) => (p === null ? [] : [p]))
  const corrected = holm(known)
  let at = 0
  return tests.map((test) => (test.p === null ? test : { ...test, p: corrected[at++] ?? null }))
}

function testOf({ metric, left, right, kind }: { readonly metric: string; readonly left: SeedGroup; readonly right: SeedGroup; readonly kind: SeedTestKind }): SeedTest[] {
  const [a, b] = [valuesOf(left, metric), valuesOf(right, metric)]
  const odd = [oddOf(left, metric), oddOf(right, metric)] as const
  const [first, second] = [summaryOf(a), summaryOf(b)]
  if (a.length + odd[0] === 0 || b.length + odd[1] === 0) return []
  const found = first && second ? tested(a, b, kind) : { statistic: null, p: null }
  const [one, other] = [first ?? none, second ?? none]
  return [{ metric, left: left.label, right: right.label, n: [a.length + odd[0], b.length + odd[1]], odd, means: [one.mean, other.mean], sds: [one.sd, other.sd], ...found }]
}

const none = { mean: null, sd: null }

function tested(a: readonly number[], b: readonly number[], kind: SeedTestKind): { readonly statistic: number | null; readonly p: number | null } {
  if (kind === 'welch') {
    const found = welchTest(a, b)
    return { statistic: found?.t ?? null, p: found?.p ?? null }
  }
  const found = a.length > 1 && b.length > 1 ? mannWhitney(a, b) : null
  return { statistic: found?.u ?? null, p: found?.p ?? null }
}

function oddOf({ runs }: SeedGroup, metric: string): number {
  return runs.filter(({ metrics }) => metrics.some(({ key, last }) => key === metric && typeof last !== 'number')).length
}

function valuesOf({ runs }: SeedGroup, metric: string): number[] {
  return runs.flatMap(({ metrics }) => metrics.flatMap(({ key, last }) => (key === metric && typeof last === 'number' ? [last] : [])))
}
