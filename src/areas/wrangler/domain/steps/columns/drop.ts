import { z } from 'zod'
import { field } from '../../fields.ts'
import { stepKind } from '../../step-kind.ts'

export const drop = stepKind({
  op: 'drop', title: 'Drop columns', category: 'Columns', cost: 'cell',
  about: 'Takes columns away. Steps after it that use them say so.',
  params: z.object({ columns: field.columns('Columns') }),
  says: ({ columns }, name) => columns.map(name).join(', '),
  apply: ({ columns }, context) => {
    const gone = new Set(columns.map((id) => context.column(id).id))
    return { kind: 'cells', columns: context.columns.filter(({ id }) => !gone.has(id)), set: {} }
  },
  pandas: ({ columns }, { q }) => [`df = df.drop(columns=[${columns.map(q).join(', ')}])`],
  polars: ({ columns }, { q }) => [`df = df.drop([${columns.map(q).join(', ')}])`],
})
