import { incompleteBeta } from './special.ts'

/** The chance of a |t| as large or larger with that many degrees of freedom. */
export function studentBothTails(t: number, freedom: number): number {
  return Number.isFinite(t) ? incompleteBeta(freedom / 2, 0.5, freedom / (freedom + t * t)) : 0
}

/** The t that leaves `outside` in both tails together, e.g. 0.05 for an interval of 95 %; by bisection. */
export function studentQuantile(outside: number, freedom: number): number {
  let low = 0
  let high = 2
  while (studentBothTails(high, freedom) > outside && high < 1e12) high *= 2
  for (let i = 0; i < 200 && high - low > 1e-14 * high; i += 1) {
    const middle = (low + high) / 2
    if (studentBothTails(middle, freedom) > outside) low = middle
    else high = middle
  }
  return (low + high) / 2
}
