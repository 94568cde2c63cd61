import { z } from 'zod'
import { pyValue } from '../../code/values.ts'
import { field } from '../../fields.ts'
import { stepKind } from '../../step-kind.ts'
import type { Python } from '../../step-kind.ts'
import { groupSql, nameList, partitionSql } from './groups.ts'

const Params = z.object({
  groups: field.anyColumns('In every group of (none: all rows)'),
  by: field.optionalColumn('By (none: as the rows stand)'),
  descending: z.boolean().default(true).meta({ title: 'Largest first' }),
  count: z.int().min(1).default(3).meta({ title: 'Rows of each group' }),
  ties: z.boolean().default(false).meta({ title: 'Keep rows equal to the last one too' }),
})
type Params = z.output<typeof Params>

export const topPerGroup = stepKind({
  op: 'topPerGroup', title: 'Top rows of each group', category: 'Rows', cost: 'window',
  about: 'Keeps the first rows of every group by a column, in their places. Missing values come last; among equals the earlier row wins unless ties are kept.',
  params: Params,
  says: ({ groups, by, descending, count }, name) => `${count} ${by ? `${descending ? 'largest' : 'smallest'} by ${name(by)}` : 'first'}${groups.length ? ` of each ${groups.map(name).join(', ')}` : ''}`,
  apply: ({ groups, by, descending, count, ties }, context) => {
    const key = by === undefined ? undefined : `${groupSql(by, context)} ${descending ? 'DESC' : 'ASC'} NULLS LAST`
    const order = [...(key ? [key] : []), ...(ties && key ? [] : [context.order])].join(', ')
    return { kind: 'rows', qualify: `${ties && key ? 'rank' : 'row_number'}() OVER (${partitionSql(groups, context)}ORDER BY ${order}) <= ${count}` }
  },
  pandas: (params, python) => [`df = df.iloc[${positions(params, python)}].reset_index(drop=True)`],
  polars: (params, python) => [`df = df[${positions(params, python)}]`],
})

function positions({ groups, by, descending, count, ties }: Params, python: Python): string {
  return `top_positions(df, ${nameList(groups, python)}, ${by === undefined ? 'None' : python.q(by)}, descending=${pyValue(descending)}, n=${count}, ties=${pyValue(ties && by !== undefined)})`
}
