import type { Tick } from '../axis-ticks.ts'
import { axisTicks, numberWords } from '../axis-ticks.ts'
import type { Scale } from '../scale.ts'
import { endsOf, scaleOf } from '../scale.ts'

export interface ParallelAxis {
  readonly id: string
  readonly label: string
  readonly kind: 'number' | 'log' | 'text'
  /** One for each line; null (and what is not finite on an axis of numbers) is missing. */
  readonly values: readonly (number | string | null)[]
}

/** What a brush lets through on one axis: a range of numbers or some texts, and perhaps those without a value. */
export interface AxisBrush { readonly from?: number; readonly to?: number; readonly values?: readonly string[]; readonly missing?: boolean }

export interface Room { readonly top: number; readonly bottom: number; readonly missing: number }

/** An axis laid out: the height of each line on it in pixels, ticks, and the way back from pixels to values. */
export interface PlacedAxis {
  readonly axis: ParallelAxis
  readonly heights: Float32Array
  readonly ticks: readonly Tick[]
  readonly missing: number
  readonly at: (value: number | string) => number
  readonly brushOf: (top: number, bottom: number) => AxisBrush | undefined
}

export function placeAxis(axis: ParallelAxis, room: Room): PlacedAxis {
  return axis.kind === 'text' ? placeTexts(axis, room) : placeNumbers(axis, room)
}

function placeNumbers(axis: ParallelAxis, room: Room): PlacedAxis {
  const numbers = axis.values.map((value) => (typeof value === 'number' && (axis.kind !== 'log' || value > 0) ? value : Number.NaN))
  const [low, high] = endsOf(numbers, { log: axis.kind === 'log' }) ?? [0, 1]
  const scale = scaleOf({ low, high, from: room.bottom, to: room.top, log: axis.kind === 'log' })
  const { heights, missing } = heightsOf(numbers.map((value) => (Number.isFinite(value) ? scale.at(value) : undefined)), room)
  const count = Math.max(2, Math.floor((room.bottom - room.top) / 56))
  return {
    axis, heights, missing, ticks: ownTicks(numbers, scale.at) ?? withEnds(axisTicks({ low, high, count, log: scale.log }), scale),
    at: (value) => scale.at(Number(value)),
    brushOf: (top, bottom) => {
      const withMissing = bottom >= room.missing - 4
      if (top > room.bottom + 2) return withMissing ? { missing: true, values: [] } : undefined
      return { from: scale.back(Math.min(bottom, room.bottom)), to: scale.back(Math.max(top, room.top)), ...(withMissing ? { missing: true } : {}) }
    },
  }
}

/** Where the values are few, each has its tick (those nearer than 14 pixels to the one before left out). */
function ownTicks(numbers: readonly number[], at: (value: number) => number): Tick[] | undefined {
  const own = new Set<number>()
  for (const value of numbers) {
    if (Number.isFinite(value)) own.add(value)
    if (own.size > 8) return undefined
  }
  const kept: number[] = []
  for (const value of [...own].sort((a, b) => a - b)) if (kept.every((one) => Math.abs(at(one) - at(value)) >= 14)) kept.push(value)
  return kept.map((value) => ({ at: value, words: numberWords(value) }))
}

/** The ends have ticks where none stands within 16 pixels. */
function withEnds(ticks: readonly Tick[], { low, high, log, at }: Scale): Tick[] {
  const free = (value: number) => ticks.every((tick) => Math.abs(at(tick.at) - at(value)) > 16)
  const grain = 10 ** (Math.floor(Math.log10(high - low || 1)) - 3)
  const end = (value: number) => ({ at: value, words: numberWords(log ? value : Math.round(value / grain) * grain) })
  return [...(free(low) ? [end(low)] : []), ...ticks, ...(free(high) && high !== low ? [end(high)] : [])]
}

function placeTexts(axis: ParallelAxis, room: Room): PlacedAxis {
  const texts = [...new Set(axis.values.flatMap((value) => (value === null ? [] : [String(value)])))].sort(new Intl.Collator('en', { numeric: true }).compare)
  const index = new Map(texts.map((text, i) => [text, i]))
  const gap = (room.bottom - room.top) / Math.max(1, texts.length)
  const at = (value: number | string) => room.top + ((index.get(String(value)) ?? 0) + 0.5) * gap
  const { heights, missing } = heightsOf(axis.values.map((value) => (value === null ? undefined : at(value))), room)
  const every = Math.max(1, Math.ceil(14 / gap))
  return {
    axis, heights, missing, at, ticks: texts.flatMap((text, i) => (i % every === 0 ? [{ at: i, words: text }] : [])),
    brushOf: (top, bottom) => {
      const values = texts.filter((text) => at(text) >= top - gap / 2 && at(text) <= bottom + gap / 2 && (bottom - top > gap || Math.abs(at(text) - (top + bottom) / 2) <= gap / 2))
      const withMissing = bottom >= room.missing - 4
      return values.length === 0 && !withMissing ? undefined : { values, ...(withMissing ? { missing: true } : {}) }
    },
  }
}

function heightsOf(heights: readonly (number | undefined)[], room: Room): { readonly heights: Float32Array; readonly missing: number } {
  return { heights: Float32Array.from(heights, (height) => height ?? room.missing), missing: heights.filter((height) => height === undefined).length }
}

/** The height of a tick: texts carry their words, numbers their value. */
export function tickHeight({ axis, at }: PlacedAxis, tick: Tick): number {
  return at(axis.kind === 'text' ? tick.words : tick.at)
}

/** Which lines every brush lets through. */
export function passing(placed: readonly PlacedAxis[], brushes: ReadonlyMap<string, AxisBrush>, lines: number): Uint8Array {
  const pass = new Uint8Array(lines).fill(1)
  for (const { axis } of placed) {
    const brush = brushes.get(axis.id)
    if (!brush) continue
    const lets = testOf(brush, axis.kind)
    for (let i = 0; i < lines; i += 1) if (pass[i] && !lets(axis.values[i] ?? null)) pass[i] = 0
  }
  return pass
}

function testOf({ from = -Infinity, to = Infinity, values, missing = false }: AxisBrush, kind: ParallelAxis['kind']): (value: number | string | null) => boolean {
  const allowed = values && new Set(values)
  return (value) => {
    if (value === null || (kind !== 'text' && (typeof value !== 'number' || !Number.isFinite(value)))) return missing
    if (allowed) return allowed.has(String(value))
    return typeof value === 'number' && value >= from && value <= to
  }
}

/** The rectangle of a brush on its axis, in pixels. */
export function brushSpan({ at, axis }: PlacedAxis, brush: AxisBrush, room: Room): readonly [number, number] {
  const foot = brush.missing ? room.missing + 7 : undefined
  if (axis.kind === 'text' || brush.from === undefined || brush.to === undefined) {
    const tops = (brush.values ?? []).map(at)
    const half = tops.length > 1 ? 8 : 10
    if (tops.length === 0) return [room.missing - 9, room.missing + 7]
    return [Math.min(...tops) - half, foot ?? Math.max(...tops) + half]
  }
  const [top, bottom] = [Math.max(room.top - 3, at(brush.to)), Math.min(room.bottom + 3, at(brush.from))]
  return [Math.min(top, bottom - 4), foot ?? bottom]
}

/** The line nearest to a place, among those that pass, and how far it is in pixels. */
export function lineNear(placed: readonly PlacedAxis[], xs: readonly number[], pass: Uint8Array, [left, top]: readonly [number, number]): { readonly line: number; readonly distance: number } | undefined {
  const right = xs.findIndex((x) => x >= left)
  const to = right < 0 ? xs.length - 1 : Math.max(1, right)
  const [a, b] = [placed[to - 1], placed[to]]
  const [x0, x1] = [xs[to - 1], xs[to]]
  if (!a || !b || x0 === undefined || x1 === undefined) return undefined
  return nearest([a.heights, b.heights], pass, { share: Math.max(0, Math.min(1, (left - x0) / (x1 - x0))), run: x1 - x0, top })
}

function nearest([a, b]: readonly [Float32Array, Float32Array], pass: Uint8Array, { share, run, top }: { readonly share: number; readonly run: number; readonly top: number }) {
  let best = { line: -1, distance: Infinity }
  for (const [line, passes] of pass.entries()) {
    if (!passes) continue
    const distance = aside([a[line] ?? 0, b[line] ?? 0], share, run, top)
    if (distance < best.distance) best = { line, distance }
  }
  return best.line < 0 ? undefined : best
}

/** How far a height lies from a slanted line, measured across it. */
function aside([from, to]: readonly [number, number], share: number, run: number, top: number): number {
  return Math.abs(from + (to - from) * share - top) / Math.hypot(1, (to - from) / run)
}

export interface ParallelLayout { readonly room: Room; readonly xs: readonly number[]; readonly placed: readonly PlacedAxis[]; readonly headRows: 1 | 2; readonly headWidth: number }

/** Room beside the outer axes for half of their names. */
function sideOf(axes: readonly ParallelAxis[], width: number): number {
  const letters = Math.max(axes[0]?.label.length ?? 0, axes.at(-1)?.label.length ?? 0)
  return Math.max(30, Math.min(64, width / 9, 8 + letters * 3.4))
}

/** Where axes and heads stand; heads take two rows where they would not fit beside each other. */
export function layOut(axes: readonly ParallelAxis[], { width, height }: { readonly width: number; readonly height: number }): ParallelLayout {
  const side = sideOf(axes, width)
  const gap = axes.length < 2 ? width : Math.max(0, width - 2 * side) / (axes.length - 1)
  const headRows = gap < 84 ? 2 : 1
  const room = { top: 14 + 16 * headRows, bottom: Math.max(40, height - 38), missing: Math.max(60, height - 16) }
  return {
    room, headRows, headWidth: Math.max(40, gap * headRows - 8),
    xs: axes.map((_, i) => (axes.length < 2 ? width / 2 : side + i * gap)),
    placed: axes.map((axis) => placeAxis(axis, room)),
  }
}

/** The names in a new order: one moved before or behind its neighbour. */
export function moved(ids: readonly string[], id: string, to: number): string[] {
  const rest = ids.filter((one) => one !== id)
  const at = Math.max(0, Math.min(rest.length, to))
  return [...rest.slice(0, at), id, ...rest.slice(at)]
}
