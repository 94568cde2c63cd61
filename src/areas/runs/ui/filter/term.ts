import { columnOf } from '../../domain/column.ts'
import type { CellValue } from '../../domain/query.ts'

/** `metrics.val_auc`, the key in backticks where it holds more than letters, digits and dots. */
export function filterName(column: string): string {
  const { family, key = '' } = columnOf(column) ?? {}
  return `${family ?? 'attributes'}.${/^[A-Za-z_][\w./]*$/.test(key) ? key : `\`${key}\``}`
}

/** A condition of the filter grammar: the column has this value, or none. */
export function sameValue(column: string, value: CellValue, not = false): string {
  const name = filterName(column)
  if (value === null) return `${name} is ${not ? 'not ' : ''}null`
  return `${name} ${not ? '!=' : '='} ${typeof value === 'number' ? String(value) : quoted(value)}`
}

export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** The filter with one condition more; an OR on its top level is put in parentheses. */
export function withTerm(filter: string, term: string): string {
  const text = filter.trim()
  if (text === '') return term
  return /\bor\b/i.test(text) && !/^\(.*\)$/.test(text) ? `(${text}) and ${term}` : `${text} and ${term}`
}
