import { z } from 'zod'
import { field } from '../../fields.ts'
import { stepKind } from '../../step-kind.ts'
import type { Context, Python } from '../../step-kind.ts'

export const dedupe = stepKind({
  op: 'dedupe', title: 'Remove duplicates', category: 'Rows', cost: 'window',
  about: 'Keeps one row of those that are equal in the columns chosen, or in all. Missing values are equal to one another; texts that differ in case or spaces are not.',
  params: z.object({
    columns: field.anyColumns('Equal in (none: all columns)'),
    keep: z.enum(['first', 'last', 'none']).default('first').meta({ title: 'Keep', description: 'none drops every row that has a double.' }),
  }),
  says: ({ columns, keep }, name) => `${keep === 'none' ? 'drop all' : `keep the ${keep}`} of equal ${columns.length ? columns.map(name).join(', ') : 'rows'}`,
  apply: ({ columns, keep }, context) => {
    const partition = `PARTITION BY ${keysOf(columns, context).join(', ')}`
    const place = `row_number() OVER (${partition} ORDER BY ${context.order})`
    const size = `count(*) OVER (${partition})`
    return { kind: 'rows', qualify: { first: `${place} = 1`, last: `${place} = ${size}`, none: `${size} = 1` }[keep] }
  },
  pandas: ({ columns, keep }, python) => [`df = df.drop_duplicates([${names(columns, python)}], keep=${keep === 'none' ? 'False' : `"${keep}"`}, ignore_index=True)`],
  polars: ({ columns, keep }, python) => [`df = df.unique([${names(columns, python)}], keep="${keep}", maintain_order=True)`],
})

function keysOf(columns: readonly string[], context: Context): string[] {
  return columns.length ? columns.map((id) => context.column(id).id) : context.columns.map(({ id }) => id)
}

function names(columns: readonly string[], { context, q }: Python): string {
  return keysOf(columns, context).map(q).join(', ')
}
