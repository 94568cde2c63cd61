import { setImmediate as turn } from 'node:timers/promises'
import type { z } from 'zod'
import { bucketed, rangeOf } from '../domain/buckets.ts'
import type { Drawn } from '../domain/buckets.ts'
import type { Curve, CurvesQuery, CurveX } from '../domain/curve.ts'
import type { Blocks, Series } from './blocks.ts'
import type { Book } from './book.ts'
import type { Keys } from './keys.ts'

type Query = z.output<typeof CurvesQuery>
interface Line extends Drawn { readonly run: string; readonly metric: string }

/** The longest that reading curves keeps others waiting, in ms; a single long curve takes as long as it takes. */
const share = 12

export function openCurves({ book, keys, blocks }: { readonly book: Book; readonly keys: Keys; readonly blocks: Blocks }) {
  const keyOf = (metric: string) => keys.idOf(metric) ?? -1

  async function curves(query: Query, signal?: AbortSignal): Promise<Curve[]> {
    const lines: Line[] = []
    const patient = patience()
    for (const run of query.runs) {
      const row = book.run(run)?.row
      if (row !== undefined) for (const line of linesOf(run, row, query)) lines.push(line)
      await patient()
      signal?.throwIfAborted()
    }
    const range = rangeOf(lines)
    if (!range) return lines.map(({ run, metric, values }) => ({ run, metric, exact: true, points: values.length, nans: values.length, x: [], mean: [], min: [], max: [], n: [] }))
    const within = { from: query.from ?? range.from, to: query.to ?? range.to }
    const answer: Curve[] = []
    for (const line of lines) {
      answer.push({ run: line.run, metric: line.metric, ...bucketed(line, within, query.buckets) })
      await patient()
    }
    return answer
  }

  /** A metric that a run never logged has no line. */
  function linesOf(run: string, row: number, { metrics, x, from, to }: Query): Line[] {
    const byStep = x === 'step'
    const series = metrics.map((metric) => [metric, blocks.read(row, keyOf(metric), byStep ? { from: from === undefined ? undefined : Math.ceil(from), to: to === undefined ? undefined : Math.floor(to), times: false } : { times: typeof x === 'string' })] as const)
    const kept = series.filter(([, { values }]) => values.length > 0)
    const across = acrossOf(x, kept.map(([, one]) => one), typeof x === 'string' ? undefined : blocks.read(row, keyOf(x.metric), { times: false }))
    return kept.flatMap(([metric, one]) => ({ run, metric, ...across(one) }))
  }

  /** `count` values spread over a curve, means of equal shares of its points. */
  function spark(run: string, metric: string, count: number): number[] {
    const row = book.run(run)?.row
    const values = blocks.read(row ?? -1, keyOf(metric), { times: false }).values.filter((value) => !Number.isNaN(value))
    if (values.length <= count) return Array.from(values)
    return Array.from({ length: count }, (_, i) => {
      const part = values.subarray(Math.floor((i * values.length) / count), Math.floor(((i + 1) * values.length) / count))
      return part.reduce((a, b) => a + b / part.length, 0)
    })
  }

  return { curves, spark }
}

/** Gives others their turn when it has held the loop for its share. */
export function patience(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < share) return
    await turn()
    since = performance.now()
  }
}

function acrossOf(x: CurveX, all: readonly Series[], other: Series | undefined): (one: Series) => Drawn {
  if (x === 'step') return ({ steps, values }) => ({ xs: steps, values })
  if (x === 'wall') return ({ times, values }) => ({ xs: times, values })
  if (x !== 'relative') return (one) => joined(one, other)
  const first = all.reduce((least, { times }) => times.reduce((a, b) => Math.min(a, b), least), Infinity)
  return ({ times, values }) => ({ xs: times.map((time) => time - first), values })
}

/** The points whose step the other metric has too, by its last value there. */
function joined({ steps, values }: Series, other: Series | undefined): Drawn {
  const at = new Map<number, number>()
  other?.steps.forEach((step, i) => at.set(step, other.values[i] ?? Number.NaN))
  const kept = Array.from(steps.keys()).filter((i) => !Number.isNaN(at.get(steps[i] ?? 0) ?? Number.NaN))
  return { xs: Float64Array.from(kept, (i) => at.get(steps[i] ?? 0) ?? 0), values: Float64Array.from(kept, (i) => values[i] ?? 0) }
}
