import { Problem } from '#wire/problem.ts'
import type { Blocks, Series } from './blocks.ts'
import type { Book } from './book.ts'
import type { Keys } from './keys.ts'
import { offsetOf, tokenOf } from './tokens.ts'
import type { MetricPoint, Page } from './types.ts'

interface Interval { readonly runs: readonly string[]; readonly key: string; readonly max: number; readonly startStep?: number | undefined; readonly endStep?: number | undefined }
interface OfRun { readonly run: string; readonly point: MetricPoint }

/** The points of metrics as MLflow's history routes ask for them. */
export function openHistory({ book, keys, blocks }: { readonly book: Book; readonly keys: Keys; readonly blocks: Blocks }) {
  const read = (row: number, key: string, range: Parameters<Blocks['read']>[2] = {}) => blocks.read(row, keys.idOf(key) ?? -1, range)

  /** In the order of time, step, value; of a run that is not there, none, as upstream. */
  function points({ run, key, max, token }: { readonly run: string; readonly key: string; readonly max?: number | undefined; readonly token?: string | undefined }): Page<MetricPoint> {
    const from = offsetOf(token)
    const row = book.run(run)?.row
    if (row === undefined) return { items: [], next: null }
    const series = byTime(read(row, key))
    const to = max === undefined ? series.values.length : from + max
    return { items: slice(key, series, from, to), next: to < series.values.length ? tokenOf(to) : null }
  }

  /** Of several runs, in the order of their ids, at most `max` points together; runs that are not there are passed over. */
  function bulk({ runs, key, max }: { readonly runs: readonly string[]; readonly key: string; readonly max: number }): OfRun[] {
    const found: OfRun[] = []
    for (const run of [...new Set(runs)].sort()) {
      const row = book.run(run)?.row
      if (row !== undefined && found.length < max) for (const point of slice(key, byTime(read(row, key)), 0, max - found.length)) found.push({ run, point })
    }
    return found
  }

  /** At most `max` points a run: the first of each of `max` equal shares (SQL's NTILE) and the very last, in the order of steps; runs that are not there are passed over. */
  function interval({ runs, key, max, startStep, endStep }: Interval): OfRun[] {
    if ((startStep === undefined) !== (endStep === undefined)) throw new Problem('invalid', 'Both start_step and end_step must be specified together, or neither may be specified.')
    return runs.flatMap((run) => {
      const row = book.run(run)?.row
      if (row === undefined) return []
      const series = read(row, key, { from: startStep, to: endStep })
      return placesOf(series.values.length, max).map((at) => ({ run, point: pointAt(key, series, at) }))
    })
  }

  /** In the order of steps. */
  function window({ run, key, from, limit }: { readonly run: string; readonly key: string; readonly from: number; readonly limit: number }): { readonly points: MetricPoint[]; readonly total: number } {
    const series = read(book.need(run).row, key)
    return { points: slice(key, series, from, from + limit), total: series.values.length }
  }

  return { points, bulk, interval, window }
}

/** Where NTILE's shares of `total` rows begin, the last row put in the place of the last of them or after it. */
export function placesOf(total: number, max: number): number[] {
  const shares = Math.min(total, Math.max(1, max))
  const [size, larger] = [Math.floor(total / shares), total % shares]
  const starts = Array.from({ length: shares }, (_, i) => i * size + Math.min(i, larger))
  if (total === 0 || starts.at(-1) === total - 1) return starts
  return starts.length >= Math.max(1, max) ? [...starts.slice(0, -1), total - 1] : [...starts, total - 1]
}

/** Most series are in that order already. */
function byTime(series: Series): Series {
  const { steps, times, values } = series
  if (times.every((time, i) => i === 0 || time >= (times[i - 1] ?? 0))) return series
  const order = Uint32Array.from(times.keys()).sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b)
  const put = (numbers: Float64Array) => Float64Array.from(order, (i) => numbers[i] ?? 0)
  return { steps: put(steps), times: put(times), values: put(values) }
}

function slice(key: string, series: Series, from: number, to: number): MetricPoint[] {
  return Array.from({ length: Math.max(0, Math.min(to, series.values.length) - from) }, (_, i) => pointAt(key, series, from + i))
}

function pointAt(key: string, { steps, times, values }: Series, at: number): MetricPoint {
  return { key, step: steps[at] ?? 0, time: times[at] ?? 0, value: values[at] ?? Number.NaN }
}
