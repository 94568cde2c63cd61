export interface Range { readonly low: number; readonly high: number }

/** Equal-width bins over `core`; the first begins at `low` and the last ends at `high`, so that no value is left out. */
export interface Binning { readonly start: number; readonly width: number; readonly edges: readonly number[] }

/**
 * Bins for numbers between low and high. When a few far values would press all others into one bin, the equal widths cover the core (say the
 * 1st to 99th percentile) and the outer bins take the tails. Whole numbers get bins of whole width.
 */
export function binningOf({ range, core, count, whole }: { range: Range; core?: Range; count: number; whole: boolean }): Binning {
  const { low, high } = range
  if (!(high > low) || !Number.isFinite(high - low) || (high - low) / count === 0) return { start: low, width: 1, edges: [low, high] }
  const squeezed = core && core.high > core.low && high - low > 3 * (core.high - core.low)
  const over = squeezed ? core : range
  const span = over.high - over.low + (whole ? 1 : 0)
  const width = whole ? Math.max(1, Math.ceil(span / count)) : span / count
  const n = Math.max(1, Math.ceil(span / width - 1e-9))
  const start = whole ? Math.floor(over.low) : over.low
  return { start, width, edges: Array.from({ length: n + 1 }, (_, i) => (i === 0 ? low : i === n ? high : start + i * width)) }
}
