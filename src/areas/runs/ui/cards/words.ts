import { headOf, shownColumn } from '../../domain/shown-column.ts'

/** What a column is called on a chart. */
export function columnLabel(text: string): string {
  const shown = shownColumn(text)
  return shown ? headOf(shown) : text
}

export function countWords(count: number, one: string): string {
  return `${count.toLocaleString('en-US')} ${one}${count === 1 ? '' : 's'}`
}
