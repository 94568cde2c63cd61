/** Quartiles, whiskers at the outermost values within 1.5 interquartile ranges, and what lies beyond. Source: J. W. Tukey, Exploratory Data Analysis, 1977. */
export interface Box { readonly n: number; readonly low: number; readonly q1: number; readonly median: number; readonly q3: number; readonly high: number; readonly outliers: readonly number[] }

export function boxOf(values: readonly number[]): Box | undefined {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b)
  if (sorted.length === 0) return undefined
  const [q1, median, q3] = [quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75)]
  const reach = 1.5 * (q3 - q1)
  const within = sorted.filter((value) => value >= q1 - reach && value <= q3 + reach)
  return { n: sorted.length, low: within[0] ?? q1, q1, median, q3, high: within.at(-1) ?? q3, outliers: sorted.filter((value) => value < q1 - reach || value > q3 + reach) }
}

/** Linear between the neighbours (type 7 of Hyndman and Fan, numpy's default); `sorted` ascends and is not empty. */
export function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share
  const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0]
  return low + (high - low) * (at - Math.floor(at))
}
