/** Round numbers from `low` to `high`, about `count` of them, of step 1, 2 or 5 times a power of ten. */
export function niceTicks(low: number, high: number, count = 5): number[] {
  if (!Number.isFinite(low) || !Number.isFinite(high) || high <= low) return Number.isFinite(low) ? [low] : []
  const step = niceStep((high - low) / Math.max(1, count))
  const first = Math.ceil(low / step - 1e-9)
  const last = Math.floor(high / step + 1e-9)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => Number(((first + i) * step).toPrecision(12)))
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  const share = rough / power
  return (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10) * power
}

/** A count or a coordinate in few letters: `1.2 M`, `0.05`. */
export function tickWords(value: number): string {
  const size = Math.abs(value)
  if (size >= 1e9) return `${trimmed(value / 1e9)} G`
  if (size >= 1e6) return `${trimmed(value / 1e6)} M`
  if (size >= 1e4) return `${trimmed(value / 1e3)} k`
  return size !== 0 && size < 1e-4 ? value.toExponential(1) : String(Number(value.toPrecision(4)))
}

export function linear([low, high]: readonly [number, number], [from, to]: readonly [number, number]): (value: number) => number {
  const span = high - low || 1
  return (value) => from + ((value - low) / span) * (to - from)
}

function trimmed(value: number): string {
  return String(Number(value.toFixed(1)))
}
