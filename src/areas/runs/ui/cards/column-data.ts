import { columnOf } from '../../domain/column.ts'
import type { CellValue } from '../../domain/query.ts'
import { columnLabel } from './words.ts'

/** A column as charts draw it: numbers, numbers better seen in logarithms, or texts; null where a run has none. */
export interface ColumnData { readonly column: string; readonly label: string; readonly kind: 'number' | 'log' | 'text'; readonly values: readonly (number | string | null)[] }

/** Params travel as texts: they are numbers where all of them read as one. Params that span two powers of ten above 0 are seen in logarithms. */
export function columnData(column: string, cells: readonly CellValue[]): ColumnData {
  const numbers = cells.map(numberOf)
  const known = numbers.flatMap((number) => (typeof number === 'number' && Number.isFinite(number) ? [number] : []))
  const label = columnLabel(column)
  if (numbers.includes('text') || known.length === 0) return { column, label, kind: 'text', values: cells.map((cell) => (cell === null ? null : String(cell))) }
  const low = known.reduce((least, value) => Math.min(least, value), Infinity)
  const high = known.reduce((greatest, value) => Math.max(greatest, value), -Infinity)
  const values = numbers.map((number) => (typeof number === 'number' && Number.isFinite(number) ? number : null))
  return { column, label, kind: columnOf(column)?.family === 'params' && low > 0 && high / low >= 100 ? 'log' : 'number', values }
}

function numberOf(cell: CellValue): number | 'text' | null {
  if (cell === null || typeof cell === 'number') return cell
  if (cell === 'NaN' || cell === 'Infinity' || cell === '-Infinity') return Number.NaN
  return cell.trim() !== '' && Number.isFinite(Number(cell)) ? Number(cell) : 'text'
}

/** Distinct texts in an order that people expect: numbers by size, words by the alphabet. */
export function textsOf(values: readonly (number | string | null)[]): string[] {
  const texts = [...new Set(values.flatMap((value) => (value === null ? [] : [String(value)])))]
  return texts.every((text) => Number.isFinite(Number(text))) ? texts.sort((a, b) => Number(a) - Number(b)) : texts.sort(byAlphabet.compare)
}

const byAlphabet = new Intl.Collator('en', { numeric: true })
