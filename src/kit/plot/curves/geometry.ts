import type { Scale } from '../scale.ts'
import { endsOf, roomy } from '../scale.ts'
import type { CurveLine, CurveScene } from './curve-line.ts'

/** The ends of both axes: x as asked for or of all lines, y of what lies within x. Undefined where nothing can be drawn. */
export function sceneEnds({ lines, range, logX, logY, fromZero = false }: CurveScene): { readonly x: readonly [number, number]; readonly y: readonly [number, number] } | undefined {
  const asked = range && (!logX || range[0] > 0) && range[1] > range[0] ? range : undefined
  const x = asked ?? endsOf(lines.flatMap((line) => [line.x.find((value) => !logX || value > 0) ?? Number.NaN, line.x.at(-1) ?? Number.NaN]), { log: logX })
  if (!x) return undefined
  const seen = heightsWithin(lines, x, logY)
  const ends = seen ?? (logY ? [1, 10] : [0, 1])
  return { x, y: fromZero && !logY ? amountEnds(ends) : roomy(ends, logY, room) }
}

const room = 0.04

function amountEnds([low, high]: readonly [number, number]): readonly [number, number] {
  if (low < 0) return roomy([low, Math.max(0, high)], false, room)
  return [0, high > 0 ? high * (1 + room) : 1]
}

function heightsWithin(lines: readonly CurveLine[], [from, to]: readonly [number, number], log: boolean): readonly [number, number] | undefined {
  const ends = lines.flatMap(({ x, y, shadow = y, low = shadow, high = shadow }) => {
    const first = Math.max(0, firstAtLeast(x, from) - 1)
    const last = Math.min(x.length, firstAtLeast(x, to) + 1)
    return [endsWithin(y, first, last, log), endsWithin(low, first, last, log), endsWithin(high, first, last, log)].flat()
  })
  return ends.length === 0 ? undefined : [Math.min(...ends), Math.max(...ends)]
}

/** A plain loop: it goes over every point of a chart. */
function endsWithin(values: readonly number[], first: number, last: number, log: boolean): readonly number[] {
  const floor = log ? 0 : -Infinity
  let [least, greatest] = [Infinity, -Infinity]
  for (let i = first; i < last; i += 1) {
    const value = values[i] ?? Number.NaN
    if (!(value > floor) || value === Infinity) continue
    if (value < least) least = value
    if (value > greatest) greatest = value
  }
  return least <= greatest ? [least, greatest] : []
}

/** The first place whose x is at least `value`; the length where none is. */
export function firstAtLeast(x: readonly number[], value: number): number {
  let [low, high] = [0, x.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((x[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** The place of the point nearest to x; −1 for a line without points. */
export function nearestIndex(x: readonly number[], value: number): number {
  const right = firstAtLeast(x, value)
  if (right === 0) return x.length === 0 ? -1 : 0
  const [before = 0, after = Infinity] = [x[right - 1], x[right]]
  return value - before <= after - value ? right - 1 : right
}

export interface NearLine { readonly line: CurveLine; readonly index: number; readonly distance: number }

/** The lines by how far they pass from a place in pixels, nearest first; those that are not there at that x (8 px allowed) are left out. */
export function linesNear(lines: readonly CurveLine[], { x, y }: { readonly x: Scale; readonly y: Scale }, [left, top]: readonly [number, number]): NearLine[] {
  const value = x.back(left)
  const near = lines.flatMap((line) => {
    const index = nearestIndex(line.x, value)
    const height = heightAt(line, value)
    const reach = outside(line, value, x)
    if (index < 0 || reach > 8 || height === undefined) return []
    return [{ line, index, distance: Math.hypot(y.at(height) - top, reach) }]
  })
  return near.filter(({ distance }) => Number.isFinite(distance)).sort((a, b) => a.distance - b.distance)
}

function outside(line: CurveLine, value: number, x: Scale): number {
  const [first = 0, last = 0] = [line.x[0], line.x.at(-1)]
  if (value < first) return Math.abs(x.at(first) - x.at(value))
  return value > last ? Math.abs(x.at(value) - x.at(last)) : 0
}

/** y of the line at x, straight between its points; its ends beyond them. */
export function heightAt({ x, y }: CurveLine, value: number): number | undefined {
  const right = firstAtLeast(x, value)
  if (right === 0) return y[0]
  if (right === x.length) return y.at(-1)
  const [x0 = 0, x1 = 0, y0 = 0, y1 = 0] = [x[right - 1], x[right], y[right - 1], y[right]]
  return x1 === x0 ? y1 : y0 + ((y1 - y0) * (value - x0)) / (x1 - x0)
}

/** Where the cursor goes by an arrow key: the next point of the line, or a fiftieth of the range with `far`. */
export function stepAlong(line: CurveLine, at: number, by: 1 | -1, far: boolean): number {
  const here = nearestIndex(line.x, at)
  const stride = far ? Math.max(1, Math.round(line.x.length / 20)) : 1
  return line.x[Math.max(0, Math.min(line.x.length - 1, here + by * stride))] ?? at
}

/** Half or twice the range about a place of it, within the whole; undefined where it is the whole again. */
export function zoomedAbout([from, to]: readonly [number, number], about: number, factor: number, [first, last]: readonly [number, number]): readonly [number, number] | undefined {
  const span = (to - from) * factor
  if (span >= last - first) return undefined
  const share = (about - from) / (to - from || 1)
  const start = Math.max(first, Math.min(last - span, about - share * span))
  return [start, start + span]
}
