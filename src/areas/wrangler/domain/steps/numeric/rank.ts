import { z } from 'zod'
import { pyString, pyValue } from '../../code/values.ts'
import { familyOf, missingSql } from '../../columns.ts'
import { field } from '../../fields.ts'
import { textSql } from '../../keys.ts'
import { RecipeProblem, stepKind } from '../../step-kind.ts'

const methods = ['rank', 'dense', 'rowNumber', 'percentile'] as const
const calls = { rank: 'rank()', dense: 'dense_rank()', rowNumber: 'row_number()', percentile: 'percent_rank()' } as const
const words = { rank: 'rank', dense: 'dense rank', rowNumber: 'place', percentile: 'percentile' } as const

const Params = z.object({
  column: field.column('Column'),
  method: z.enum(methods).default('rank').meta({ title: 'Kind', description: 'After a tie, rank leaves a gap and dense does not; row number breaks ties by row order; percentile runs from 0 to 1.' }),
  descending: field.flag('Largest first'),
  by: field.anyColumns('Within each'),
  name: field.name('New column'),
})
type Params = z.output<typeof Params>

export const rank = stepKind({
  op: 'rank', title: 'Rank', category: 'Numeric', cost: 'window',
  about: 'Writes the place of each value among all rows, equal values sharing one; missing values have none. It looks at every row, test rows included, so it leaks when it becomes a feature.',
  params: Params,
  says: ({ column, method, descending, by }, name) => `${words[method]} of ${name(column)}${descending ? ', largest first' : ''}${by.length ? ` within ${by.map(name).join(', ')}` : ''}`,
  apply: (params, context) => {
    const column = context.column(params.column)
    if (['nested', 'other'].includes(familyOf(column.type))) throw new RecipeProblem(`Rank: “${column.name}” holds ${column.type}, which has no order. Choose numbers, text or dates.`, 'column')
    const missing = missingSql(column)
    const keys = [missing, ...params.by.map((id) => textSql(context.column(id)))].join(', ')
    const ties = params.method === 'rowNumber' ? `, ${context.order}` : ''
    const made = context.made(0, params.name === '' ? `${column.name} ${words[params.method]}` : params.name, params.method === 'percentile' ? 'DOUBLE' : 'BIGINT')
    const over = `(PARTITION BY ${keys} ORDER BY ${column.id}${params.descending ? ' DESC' : ''}${ties})`
    return { kind: 'cells', columns: [...context.columns, made], set: { [made.id]: `CASE WHEN NOT ${missing} THEN ${calls[params.method]} OVER ${over} END` } }
  },
  pandas: (params, { context, q, after }) => [
    ...python(params, q),
    `df[${after(context.made(0, '', '').id)}] = pd.Series(found, index=df.index, dtype=pd.ArrowDtype(${params.method === 'percentile' ? 'pa.float64()' : 'pa.int64()'}))`,
  ],
  polars: (params, { context, q, after }) => [
    ...python(params, q),
    `df = df.with_columns(pl.Series(${after(context.made(0, '', '').id)}, found, dtype=${params.method === 'percentile' ? 'pl.Float64' : 'pl.Int64'}))`,
  ],
})

function python({ column, method, descending, by }: Params, q: (id: string) => string): string[] {
  const keys = by.length === 0 ? '[None] * len(df)' : `list(zip(${by.map((id) => `texts(df[${q(id)}])`).join(', ')}))`
  return [`found = ranks(present_or_none(df[${q(column)}]), ${keys}, ${pyString(method)}, descending=${pyValue(descending)})`]
}
