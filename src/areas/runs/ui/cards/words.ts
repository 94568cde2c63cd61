import { columnOf } from '../../domain/column.ts'

/** What a column is called on a chart. */
export function columnLabel(text: string): string {
  const column = columnOf(text)
  if (!column) return text
  const summary = column.summary && column.summary !== 'last' ? (column.summary === 'atStep' ? ` @${column.step ?? 0}` : ` ${column.summary}`) : ''
  return `${column.key}${summary}`
}

export function countWords(count: number, one: string): string {
  return `${count.toLocaleString('en-US')} ${one}${count === 1 ? '' : 's'}`
}
