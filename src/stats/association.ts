/**
 * Cramér's V of a contingency table, without bias correction: √(χ² / (n · (min(rows, columns) − 1))), in [0, 1].
 * Null when a side has one level or the table is empty. Source: H. Cramér, Mathematical Methods of Statistics, 1946, p. 282.
 */
export function cramersV(table: readonly (readonly number[])[]): number | null {
  const rows = table.map(sum)
  const columns = (table[0] ?? []).map((_, j) => sum(table.map((row) => row[j] ?? 0)))
  const n = sum(rows)
  const levels = Math.min(rows.filter((r) => r > 0).length, columns.filter((c) => c > 0).length)
  if (n === 0 || levels < 2) return null
  let chi2 = 0
  for (const [i, row] of table.entries()) {
    for (const [j, seen] of row.entries()) {
      const expected = ((rows[i] ?? 0) * (columns[j] ?? 0)) / n
      if (expected > 0) chi2 += (seen - expected) ** 2 / expected
    }
  }
  return Math.min(1, Math.sqrt(chi2 / (n * (levels - 1))))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
