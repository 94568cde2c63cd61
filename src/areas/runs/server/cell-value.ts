import type { Cell } from '../domain/filter/match.ts'
import type { CellValue, GroupCell } from '../domain/query.ts'

/** As it travels: NaN and infinities as text, several joined, null where there is none. */
export function cellOf(cell: Cell): CellValue {
  if (cell === undefined) return null
  if (typeof cell === 'object') return cell.length > 0 ? cell.join(', ') : null
  return typeof cell === 'number' ? numberCell(cell) : cell
}

/** MLflow keeps an infinity as the greatest double. */
export function numberCell(value: number): string | number {
  if (Number.isNaN(value)) return 'NaN'
  if (value >= Number.MAX_VALUE) return 'Infinity'
  return value <= -Number.MAX_VALUE ? '-Infinity' : value
}

/** NaN and infinities, as a metric has them or as a param says them. */
function isOdd(value: CellValue): boolean {
  return typeof value === 'string' && /^[-+]?(nan|inf|infinity)$/i.test(value.trim())
}

/** Mean and σ (n − 1) of what are numbers, texts that read as one too, and the value that all share. */
export function groupCell(cells: readonly Cell[]): GroupCell {
  const values = cells.map(cellOf)
  const numbers = values.map((value) => (typeof value === 'string' && value.trim() !== '' ? Number(value) : value)).filter((value) => typeof value === 'number').filter(Number.isFinite)
  const [first = null] = values
  const mean = numbers.length > 0 ? numbers.reduce((a, b) => a + b, 0) / numbers.length : null
  const squares = mean === null ? 0 : numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return {
    odd: values.filter(isOdd).length,
    mean, sd: numbers.length > 1 ? Math.sqrt(squares / (numbers.length - 1)) : null, n: values.filter((value) => value !== null).length,
    same: values.every((value) => value === first) ? first : null,
  }
}
