/** log Γ(x) for x > 0 by Lanczos' sum (g = 7, nine terms), 15 digits. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const z = x - 1
  const sum = lanczos.reduce((total, factor, i) => total + (i === 0 ? factor : factor / (z + i)), 0)
  const t = z + 7.5
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum)
}

const lanczos = [0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7]

/** The regularised incomplete beta function I_x(a, b). Source: Press et al., Numerical Recipes, §6.4, Lentz's continued fraction. */
export function incompleteBeta(a: number, b: number, x: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(a, b, x)) / a : 1 - (front * betaFraction(b, a, 1 - x)) / b
}

function betaFraction(a: number, b: number, x: number): number {
  let c = 1
  let d = 1 / away(1 - ((a + b) * x) / (a + 1))
  let whole = d
  for (let m = 1; m < 10_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    const before = whole
    for (const step of [even, odd]) {
      d = 1 / away(1 + step * d)
      c = away(1 + step / c)
      whole *= d * c
    }
    if (Math.abs(whole - before) < 1e-16 * Math.abs(whole)) break
  }
  return whole
}

function away(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value
}

/** The standard normal distribution up to z; its small tail keeps its relative accuracy. */
export function normalBelow(z: number): number {
  return z > 0 ? 1 - normalBelow(-z) : 0.5 * erfc(-z / Math.SQRT2)
}

/** 1 − erf(x) for x ≥ 0: the series near 0, the continued fraction of Laplace beyond. */
function erfc(x: number): number {
  if (x < 2.5) {
    let term = x
    let sum = x
    for (let n = 1; Math.abs(term) > 1e-18 && n < 200; n += 1) {
      term *= (-x * x) / n
      sum += term / (2 * n + 1)
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * sum
  }
  let tail = 0
  for (let n = 120; n >= 1; n -= 1) tail = n / 2 / (x + tail)
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + tail)
}
