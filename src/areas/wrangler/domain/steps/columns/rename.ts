import { z } from 'zod'
import { field } from '../../fields.ts'
import { RecipeProblem, stepKind } from '../../step-kind.ts'
import { relabelled } from './relabel.ts'

export const rename = stepKind({
  op: 'rename', title: 'Rename column', category: 'Columns', cost: 'cell',
  about: 'Changes the label only; steps that use the column go on. A label that is taken is told apart by a number on export.',
  params: z.object({ column: field.column('Column'), name: field.name('New name') }),
  relabels: true,
  says: ({ column, name: label }, name) => `${name(column)} → ${label}`,
  apply: ({ column, name }, context) => {
    const { id } = context.column(column)
    if (name.trim() === '') throw new RecipeProblem('Rename column: the new name is empty. Write one.', 'name')
    return { kind: 'cells', columns: context.columns.map((one) => (one.id === id ? { ...one, name } : one)), set: {} }
  },
  pandas: (_, python) => [`df = df.rename(columns=${relabelled(python.context.columns, python) ?? '{}'})`],
  polars: (_, python) => [`df = df.rename(${relabelled(python.context.columns, python) ?? '{}'})`],
})
