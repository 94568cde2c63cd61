import type { UnreadLines } from '../../domain/shown.ts'

const named = 3

/** Which lines of a CSV are missing among its rows, and where they can be seen. */
export function unreadWords({ total, first }: UnreadLines): string {
  const many = total > 1
  const lines = first.slice(0, named).map(({ line, why }) => `line ${line} (${why})`).join(', ')
  return `${total.toLocaleString('en-US')} ${many ? 'lines do' : 'line does'} not fit the columns and ${many ? 'are' : 'is'} not shown: ${lines}${total > named ? ' …' : ''}. Text shows the whole file.`
}
