/** Maps values to pixels and back; `log` only where both ends are above 0. */
export interface Scale {
  readonly low: number
  readonly high: number
  readonly log: boolean
  readonly at: (value: number) => number
  readonly back: (pixel: number) => number
}

export function scaleOf({ low, high, from, to, log = false }: { readonly low: number; readonly high: number; readonly from: number; readonly to: number; readonly log?: boolean }): Scale {
  const logs = log && low > 0
  const [a, b] = logs ? [Math.log(low), Math.log(high)] : [low, high]
  const factor = (to - from) / (b - a || 1)
  return {
    low, high, log: logs,
    at: logs ? (value) => from + (Math.log(value) - a) * factor : (value) => from + (value - a) * factor,
    back: (pixel) => { const value = a + (pixel - from) / (factor || 1); return logs ? Math.exp(value) : value },
  }
}

/** The ends of finite values (above 0 where `log`), with a share of room at both; one value gets room about it. */
export function endsOf(values: Iterable<number>, { log = false, room = 0 }: { readonly log?: boolean; readonly room?: number } = {}): readonly [number, number] | undefined {
  let low = Infinity
  let high = -Infinity
  for (const value of values) {
    if (!Number.isFinite(value) || (log && value <= 0)) continue
    if (value < low) low = value
    if (value > high) high = value
  }
  return low > high ? undefined : roomy([low, high], log, room)
}

/** Ends with a share of room, never of no length. */
export function roomy([low, high]: readonly [number, number], log: boolean, room: number): readonly [number, number] {
  if (log) {
    const factor = low === high ? 2 : (high / low) ** room
    return [low / factor, high * factor]
  }
  if (low === high) return low === 0 ? [-1, 1] : [low - Math.abs(low) * 0.1, high + Math.abs(high) * 0.1]
  return [low - (high - low) * room, high + (high - low) * room]
}
