/** Jensen–Shannon distance, base 2, of two histograms over the same bins: 0 is the same, 1 is disjoint; null where a side is empty. */
export function jensenShannonDistance(left: readonly number[], right: readonly number[]): number | null {
  const [p, q] = [shares(left), shares(right)]
  if (!p || !q) return null
  const middle = p.map((share, i) => (share + (q[i] ?? 0)) / 2)
  const divergence = (relativeEntropy(p, middle) + relativeEntropy(q, middle)) / 2
  return Math.min(1, Math.sqrt(Math.max(0, divergence)))
}

function shares(counts: readonly number[]): readonly number[] | undefined {
  const total = counts.reduce((sum, count) => sum + count, 0)
  return total > 0 ? counts.map((count) => count / total) : undefined
}

/** Kullback–Leibler divergence in bits; `q` is above 0 wherever `p` is. */
function relativeEntropy(p: readonly number[], q: readonly number[]): number {
  return p.reduce((sum, share, i) => (share > 0 ? sum + share * Math.log2(share / (q[i] ?? share)) : sum), 0)
}
