import { z } from 'zod'
import { field } from '../../fields.ts'
import { stepKind } from '../../step-kind.ts'
import type { Context, Python } from '../../step-kind.ts'
import { relabelled } from './relabel.ts'

export const duplicate = stepKind({
  op: 'duplicate', title: 'Duplicate column', category: 'Columns', cost: 'cell',
  about: 'Copies a column beside itself. The copy goes its own way: later changes of one do not reach the other.',
  params: z.object({ column: field.column('Column'), name: field.name('Name of the copy') }),
  relabels: true,
  says: ({ column, name: label }, name) => `${name(column)} as ${label || `${name(column)} copy`}`,
  apply: ({ column, name }, context) => {
    const { id } = context.column(column)
    const copy = copyOf(column, name, context)
    return { kind: 'cells', columns: context.columns.flatMap((one) => (one.id === id ? [one, copy] : [one])), set: { [copy.id]: id } }
  },
  pandas: ({ column, name }, python) => {
    const map = relabelled(python.context.columns, python)
    const [from, to] = [python.after(column), python.after(copyOf(column, name, python.context).id)]
    return [...(map ? [`df = df.rename(columns=${map})`] : []), `df.insert(df.columns.get_loc(${from}) + 1, ${to}, df[${from}])`]
  },
  polars: ({ column, name }, python: Python) => {
    const map = relabelled(python.context.columns, python)
    const [from, to] = [python.after(column), python.after(copyOf(column, name, python.context).id)]
    return [...(map ? [`df = df.rename(${map})`] : []), `df = df.insert_column(df.get_column_index(${from}) + 1, df[${from}].alias(${to}))`]
  },
})

function copyOf(column: string, name: string, context: Context) {
  const source = context.column(column)
  return context.made(0, name.trim() === '' ? `${source.name} copy` : name, source.type)
}
