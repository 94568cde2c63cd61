import type { Family } from '../../columns.ts'
import type { Context, Python } from '../../step-kind.ts'

/** What rows may be grouped and ordered by: no floats, whose NaN and NULL the languages tell apart in different ways. */
export const discrete: readonly Family[] = ['integer', 'text', 'boolean', 'date', 'timestamp']
export const ordered: readonly Family[] = ['integer', 'text', 'date', 'timestamp']

export interface Over { readonly partition: readonly string[]; readonly order?: string | undefined }

/** `PARTITION BY … ORDER BY …`: by the column chosen, missing last, ties and all else as the rows stand. */
export function overSql({ partition, order }: Over, context: Context): string {
  const keys = partition.map((id) => context.column(id).id)
  const first = order === undefined ? '' : `${context.column(order).id} ASC NULLS LAST, `
  return `${keys.length ? `PARTITION BY ${keys.join(', ')} ` : ''}ORDER BY ${first}${context.order}`
}

/** The frame in the order of the window, as pandas code. Assigning from it goes by index, back to the rows' own order. */
export function pandasSorted({ order }: Over, { q }: Python): string {
  return order === undefined ? 'df' : `df.sort_values(${q(order)}, kind="stable", na_position="last")`
}

/** A function of a series, lambda `s`, run in each part. */
export function pandasWithin(over: Over, column: string, python: Python, body: string): string {
  const { q } = python
  const sorted = pandasSorted(over, python)
  if (over.partition.length === 0) return body.replaceAll(/\bs\b/g, `${sorted}[${q(column)}]`)
  return `${sorted}[${q(column)}].groupby(df.groupby([${over.partition.map(q).join(', ')}], dropna=False, sort=False).ngroup()).transform(lambda s: ${body})`
}

/** Lines that compute in the order of the window and give the rows their own order back. */
export function polarsOrdered({ order }: Over, { q }: Python, lines: readonly string[]): string[] {
  if (order === undefined) return [...lines]
  return [`df = df.with_row_index("_at").sort(${q(order)}, nulls_last=True, maintain_order=True)`, ...lines, 'df = df.sort("_at").drop("_at")']
}

export function polarsOver({ partition }: Over, { q }: Python): string {
  return partition.length ? `.over([${partition.map(q).join(', ')}])` : ''
}
