import { z } from 'zod'
import type { ColumnId } from '../../columns.ts'
import { field } from '../../fields.ts'
import { stepKind } from '../../step-kind.ts'
import type { Context } from '../../step-kind.ts'

export const select = stepKind({
  op: 'select', title: 'Select and reorder columns', category: 'Columns', cost: 'cell',
  about: 'Puts the chosen columns first, in this order. The others go, or follow; hiding a column in the grid is not dropping it.',
  params: z.object({
    columns: field.columns('Columns, in order'),
    others: z.enum(['drop', 'keep']).default('drop').meta({ title: 'Other columns', description: 'drop takes them away; keep lets them follow in their order.' }),
  }),
  says: ({ columns, others }, name) => `${columns.map(name).join(', ')}${others === 'keep' ? ', then the others' : ''}`,
  apply: ({ columns, others }, context) => ({ kind: 'cells', columns: chosen(columns, others, context).map(context.column), set: {} }),
  pandas: ({ columns, others }, { q, context, numbered }) => [`df = df[[${list(chosen(columns, others, context), q, numbered)}]]`],
  polars: ({ columns, others }, { q, context, numbered }) => [`df = df.select(${list(chosen(columns, others, context), q, numbered)})`],
})

function chosen(columns: readonly ColumnId[], others: 'drop' | 'keep', context: Context): ColumnId[] {
  const rest = others === 'keep' ? context.columns.map(({ id }) => id) : []
  return [...new Set([...columns, ...rest])]
}

function list(ids: readonly ColumnId[], q: (id: ColumnId) => string, numbered: boolean): string {
  return [...ids.map(q), ...(numbered ? ['"_rid"'] : [])].join(', ')
}
