/** Holm's step-down correction of p values, in their order. Source: S. Holm, Scand. J. Statist. 6 (1979), 65–70. */
export function holm(ps: readonly number[]): number[] {
  const order = ps.map((_, i) => i).sort((a, b) => (ps[a] ?? 0) - (ps[b] ?? 0))
  const corrected = ps.map(() => 1)
  let least = 0
  for (const [rank, at] of order.entries()) {
    least = Math.min(1, Math.max(least, (ps[at] ?? 1) * (ps.length - rank)))
    corrected[at] = least
  }
  return corrected
}
