import { studentBothTails, studentQuantile } from './student.ts'
import { summaryOf } from './summary.ts'

/** `difference` is the mean of the left less that of the right, `low` and `high` its 95 % interval. */
export interface Welch { readonly t: number; readonly freedom: number; readonly p: number; readonly difference: number; readonly low: number; readonly high: number }

/**
 * Welch's t-test of two means whose variances may differ, two-sided; null where a side has fewer than two values or nothing varies.
 * Source: B. L. Welch, Biometrika 34 (1947), 28–35, with Satterthwaite's degrees of freedom.
 */
export function welchTest(left: readonly number[], right: readonly number[]): Welch | null {
  const [a, b] = [summaryOf(left), summaryOf(right)]
  if (!a || !b || a.sem === null || b.sem === null) return null
  const [va, vb] = [a.sem ** 2, b.sem ** 2]
  if (va + vb === 0) return null
  const difference = a.mean - b.mean
  const error = Math.sqrt(va + vb)
  const freedom = (va + vb) ** 2 / (va ** 2 / (a.n - 1) + vb ** 2 / (b.n - 1))
  const reach = studentQuantile(0.05, freedom) * error
  return { t: difference / error, freedom, p: studentBothTails(difference / error, freedom), difference, low: difference - reach, high: difference + reach }
}
