import type { Tick } from '../axis-ticks.ts'
import { axisTicks } from '../axis-ticks.ts'
import type { AxisKind } from '../axis-ticks.ts'
import type { Scale } from '../scale.ts'
import { endsOf, scaleOf } from '../scale.ts'

export interface Mark { readonly id: string; readonly name: string; readonly colour: string; readonly x: number; readonly y: number }

export interface ScatterAxis {
  readonly name: string
  readonly kind?: AxisKind
  readonly log?: boolean
  /** For an axis of texts: value i stands for the i-th. */
  readonly texts?: readonly string[]
}

export interface ScatterLayout { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number; readonly x: Scale; readonly y: Scale; readonly xTicks: readonly Tick[]; readonly yTicks: readonly Tick[] }

/** Where marks and ticks stand in a chart of that size. */
export function layScatter(marks: readonly Mark[], { x: across, y: up }: { readonly x: ScatterAxis; readonly y: ScatterAxis }, { width, height }: { readonly width: number; readonly height: number }): ScatterLayout {
  const [top, bottom, right] = [10, Math.max(30, height - 40), Math.max(60, width - 12)]
  const yEnds = endsFor(up, marks.map(({ y }) => y))
  const yTicks = ticksFor(up, yEnds, Math.max(2, Math.floor((bottom - top) / 44)))
  const left = Math.min(width / 2, 16 + 6.3 * yTicks.reduce((most, { words }) => Math.max(most, Math.min(16, words.length)), 2))
  const xEnds = endsFor(across, marks.map(({ x }) => x))
  return {
    left, top, right, bottom, yTicks, xTicks: ticksFor(across, xEnds, Math.max(2, Math.floor((right - left) / (across.kind === 'time' ? 100 : 72)))),
    x: scaleOf({ low: xEnds[0], high: xEnds[1], from: left, to: right, log: across.log ?? false }),
    y: scaleOf({ low: yEnds[0], high: yEnds[1], from: bottom, to: top, log: up.log ?? false }),
  }
}

function endsFor({ log = false, texts }: ScatterAxis, values: readonly number[]): readonly [number, number] {
  if (texts) return [-0.5, Math.max(0.5, texts.length - 0.5)]
  return endsOf(values, { log, room: 0.04 }) ?? (log ? [1, 10] : [0, 1])
}

function ticksFor({ kind = 'number', log = false, texts }: ScatterAxis, [low, high]: readonly [number, number], count: number): readonly Tick[] {
  if (!texts) return axisTicks({ low, high, count, kind, log })
  const every = Math.max(1, Math.ceil(texts.length / count))
  return texts.flatMap((words, at) => (at % every === 0 ? [{ at, words }] : []))
}

/** The mark nearest to a place within a reach in pixels; later ones lie above. */
export function markNear(marks: readonly Mark[], { x, y }: ScatterLayout, [left, top]: readonly [number, number], reach: number): Mark | undefined {
  let best: Mark | undefined
  let least = reach
  for (const mark of marks) {
    const distance = Math.hypot(x.at(mark.x) - left, y.at(mark.y) - top)
    if (distance <= least) { best = mark; least = distance }
  }
  return best
}

/** The nearest mark in the direction of an arrow key, those straight ahead first. */
export function markTowards(marks: readonly Mark[], { x, y }: ScatterLayout, from: Mark, [dx, dy]: readonly [number, number]): Mark {
  const scored = marks.flatMap((mark) => {
    const [across, down] = [x.at(mark.x) - x.at(from.x), y.at(mark.y) - y.at(from.y)]
    const ahead = across * dx + down * dy
    return ahead > 0.01 ? [{ mark, score: ahead + 3 * Math.abs(across * dy + down * dx) }] : []
  })
  return scored.sort((a, b) => a.score - b.score)[0]?.mark ?? from
}
