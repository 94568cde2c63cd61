import { z } from 'zod'
import { pyConstant } from '../../code/constants.ts'
import { field } from '../../fields.ts'
import { stepKind } from '../../step-kind.ts'
import { constantSql } from './constant.ts'
import { filledPandas, filledPolars, filledSql } from './fill-with.ts'

export const fillConstant = stepKind({
  op: 'fillConstant', title: 'Fill with a constant', category: 'Missing', cost: 'cell',
  about: 'Writes one value wherever there is none, NaN included. The value must be of the column’s own type: a text does not go into numbers.',
  params: z.object({
    columns: field.columns('Columns', ['text', 'integer', 'number', 'decimal', 'boolean', 'date', 'time', 'timestamp']),
    value: z.union([z.string(), z.number(), z.boolean()]).default('').meta({ title: 'Value' }),
  }),
  says: ({ columns, value }, name) => `${value === '' ? 'empty text' : value} in ${columns.map(name).join(', ')}`,
  apply: ({ columns, value }, context) => ({
    kind: 'cells',
    columns: context.columns,
    set: Object.fromEntries(columns.map(context.column).map((column) => [column.id, filledSql(column, constantSql(value, column, 'value'))])),
  }),
  pandas: ({ columns, value }, { q, context }) => columns.map(context.column).map((column) => filledPandas(q(column.id), column, pyConstant(value, column.type) ?? 'None')),
  polars: ({ columns, value }, { q, context }) => columns.map(context.column).map((column) => filledPolars(q(column.id), column, pyConstant(value, column.type) ?? 'None')),
})
