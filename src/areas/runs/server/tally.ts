import type { NewMetric } from './types.ts'

export interface Tally {
  readonly key: string
  last: number
  nan: number
  step: number
  time: number
  min: number | null
  max: number | null
  points: number
  model: string | null
  /** The least step. */
  least: number
}

/** What the points of a batch come to, key by key. */
export function tallied(metrics: readonly NewMetric[]): Iterable<Tally> {
  const tallies = new Map<string, Tally>()
  for (const metric of metrics) {
    const now = tallies.get(metric.key)
    if (now) add(now, metric)
    else tallies.set(metric.key, first(metric))
  }
  return tallies.values()
}

function first({ key, value: logged, step, time, model }: NewMetric): Tally {
  const nan = Number.isNaN(logged)
  const value = finite(logged)
  return { key, last: value, nan: Number(nan), step, time, min: nan ? null : value, max: nan ? null : value, points: 1, model: model ?? null, least: step }
}

function add(now: Tally, metric: NewMetric): void {
  const one = first(metric)
  now.points++
  now.least = Math.min(now.least, one.step)
  if (one.min !== null) {
    now.min = Math.min(now.min ?? one.min, one.min)
    now.max = Math.max(now.max ?? one.min, one.min)
  }
  const { last, nan, step, time, model } = one
  if (isNewer(one, now)) Object.assign(now, { last, nan, step, time, model })
}

function isNewer({ step, time, last }: Tally, than: Tally): boolean {
  if (step !== than.step) return step > than.step
  if (time !== than.time) return time > than.time
  return last > than.last
}

/** NaN is kept as 0 and marked; infinities as the greatest double. */
export function finite(value: number): number {
  if (Number.isNaN(value)) return 0
  return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, value))
}
