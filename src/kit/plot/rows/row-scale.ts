import type { Tick } from '../axis-ticks.ts'
import { axisTicks } from '../axis-ticks.ts'
import { endsOf, roomy, scaleOf } from '../scale.ts'

export interface RowScale {
  /** In per cent of the track. */
  readonly at: (value: number) => number
  readonly ticks: readonly Tick[]
  /** Whether the scale starts at 0, so that lengths may be compared. */
  readonly fromZero: boolean
}

/** A scale for bars: from 0, unless the values differ by less than a fifth of their size, which bars from 0 would hide. */
export function barScale(values: readonly number[]): RowScale {
  const ends = endsOf(values)
  if (!ends) return scaleFor([0, 1], true)
  const [low, high] = [values.reduce((a, b) => Math.min(a, b), Infinity), values.reduce((a, b) => Math.max(a, b), -Infinity)]
  const close = low * high > 0 && Math.abs(high - low) < 0.2 * Math.max(Math.abs(low), Math.abs(high)) && high > low
  return close ? scaleFor(roomy([low, high], false, 0.06), false) : scaleFor([Math.min(0, low), Math.max(0, high) || (low < 0 ? 0 : 1)], true)
}

/** A scale over all values, with some room. */
export function spreadScale(values: readonly number[]): RowScale {
  return scaleFor(endsOf(values, { room: 0.04 }) ?? [0, 1], false)
}

function scaleFor([low, high]: readonly [number, number], fromZero: boolean): RowScale {
  const ticks = axisTicks({ low, high, count: 4 })
  const every = Math.ceil(ticks.length / 4)
  return { at: scaleOf({ low, high, from: 0, to: 100 }).at, ticks: ticks.map(({ at, words }, i) => ({ at, words: i % every === 0 ? words : '' })), fromZero }
}
