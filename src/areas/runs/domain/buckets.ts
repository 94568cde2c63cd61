import type { Curve } from './curve.ts'

/** Points over x: alike in length; NaN values are not drawn. */
export interface Drawn { readonly xs: Float64Array; readonly values: Float64Array }
export interface Range { readonly from: number; readonly to: number }

/** The least and greatest x of points that can be drawn. */
export function rangeOf(all: readonly Drawn[]): Range | undefined {
  let [from, to] = [Infinity, -Infinity]
  for (const { xs, values } of all) {
    for (let i = 0; i < xs.length; i++) {
      const x = xs[i] ?? 0
      if (Number.isNaN(values[i])) continue
      if (x < from) from = x
      if (x > to) to = x
    }
  }
  return from <= to ? { from, to } : undefined
}

/** A curve in `buckets` equal shares of the range, each with the mean and the extremes of what lies in it; as it is when no more points than that lie in the range. */
export function bucketed(drawn: Drawn, { from, to }: Range, buckets: number): Omit<Curve, 'run' | 'metric'> {
  const places = placesIn(drawn, from, to)
  const nans = places.filter((i) => Number.isNaN(drawn.values[i])).length
  return places.length - nans <= buckets ? exact(drawn, places, nans) : shared(drawn, { places, nans, from, to, buckets })
}

function placesIn({ xs }: Drawn, from: number, to: number): Int32Array {
  const places = new Int32Array(xs.length)
  let count = 0
  for (let i = 0; i < xs.length; i++) {
    const x = xs[i] ?? 0
    if (x >= from && x <= to) places[count++] = i
  }
  return places.subarray(0, count)
}

function exact({ xs, values }: Drawn, places: Int32Array, nans: number): Omit<Curve, 'run' | 'metric'> {
  const kept = Array.from(places).filter((i) => !Number.isNaN(values[i])).sort((a, b) => (xs[a] ?? 0) - (xs[b] ?? 0))
  const numbers = kept.map((i) => values[i] ?? 0)
  return { exact: true, points: places.length, nans, x: kept.map((i) => xs[i] ?? 0), mean: numbers, min: numbers, max: numbers, n: kept.map(() => 1) }
}

function shared({ xs, values }: Drawn, { places, nans, from, to, buckets }: Range & { readonly places: Int32Array; readonly nans: number; readonly buckets: number }): Omit<Curve, 'run' | 'metric'> {
  const scale = buckets / (to - from || 1)
  const bins: Bins = { last: filled(buckets, -Infinity), sum: filled(buckets, 0), least: filled(buckets, Infinity), greatest: filled(buckets, -Infinity), count: filled(buckets, 0) }
  for (const i of places) {
    const x = xs[i] ?? 0
    put(bins, Math.min(buckets - 1, Math.floor((x - from) * scale)), x, values[i] ?? 0)
  }
  const full = Array.from(bins.count.keys()).filter((at) => bins.count[at] !== 0)
  const pick = (numbers: Float64Array) => full.map((at) => numbers[at] ?? 0)
  return { exact: false, points: places.length, nans, x: pick(bins.last), mean: full.map((at) => finite((bins.sum[at] ?? 0) / (bins.count[at] ?? 1))), min: pick(bins.least), max: pick(bins.greatest), n: pick(bins.count) }
}

interface Bins { readonly last: Float64Array; readonly sum: Float64Array; readonly least: Float64Array; readonly greatest: Float64Array; readonly count: Float64Array }

function filled(size: number, value: number): Float64Array {
  return new Float64Array(size).fill(value)
}

function put({ last, sum, least, greatest, count }: Bins, at: number, x: number, value: number): void {
  if (Number.isNaN(value)) return
  count[at] = (count[at] ?? 0) + 1
  sum[at] = (sum[at] ?? 0) + value
  if (x > (last[at] ?? 0)) last[at] = x
  if (value < (least[at] ?? 0)) least[at] = value
  if (value > (greatest[at] ?? 0)) greatest[at] = value
}

/** A sum of greatest doubles, which stand for infinities, is none that travels. */
function finite(mean: number): number {
  return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, mean))
}
