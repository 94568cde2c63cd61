import { studentQuantile } from './student.ts'

/** `sd` divides by n − 1, `sem` is sd / √n, `ci95` reaches from the mean to either end of Student's 95 % interval; the three are null for fewer than two values. */
export interface Summary {
  readonly n: number
  readonly mean: number
  readonly sd: number | null
  readonly sem: number | null
  readonly ci95: number | null
  readonly min: number
  readonly max: number
}

/** Undefined where there is no finite value. */
export function summaryOf(values: readonly number[]): Summary | undefined {
  const finite = values.filter(Number.isFinite)
  const n = finite.length
  if (n === 0) return undefined
  const mean = finite.reduce((sum, value) => sum + value, 0) / n
  const spread = finite.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  const ends = { min: finite.reduce((a, b) => Math.min(a, b)), max: finite.reduce((a, b) => Math.max(a, b)) }
  if (n < 2) return { n, mean, sd: null, sem: null, ci95: null, ...ends }
  const sd = Math.sqrt(spread / (n - 1))
  const sem = sd / Math.sqrt(n)
  return { n, mean, sd, sem, ci95: tOf95(n - 1) * sem, ...ends }
}

const known = new Map<number, number>()

function tOf95(freedom: number): number {
  const found = known.get(freedom) ?? studentQuantile(0.05, freedom)
  if (known.size < 10_000) known.set(freedom, found)
  return found
}
