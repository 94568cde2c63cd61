import { z } from 'zod'
import { literals } from '#lib/sql.ts'
import { pyValue } from '../../code/values.ts'
import { field } from '../../fields.ts'
import { textSql, trainSql } from '../../keys.ts'
import { stepKind } from '../../step-kind.ts'
import type { Context } from '../../step-kind.ts'
import { learntRows, mostCategories } from './learnt-values.ts'

const Params = z.object({
  column: field.column('Column'),
  order: field.lines('Order').default([]).meta({ description: 'The values from lowest to highest, one a line. Empty: the train values in their natural order.' }),
})
type Params = z.output<typeof Params>

export const ordinal = stepKind({
  op: 'ordinal', title: 'Ordinal encode', category: 'Encode', cost: 'fit',
  about: 'Replaces each value by its place in an order, from 0. A value outside the order becomes −1, a missing one stays missing. The natural order of words is rarely the order that is meant: write it down.',
  costOf: ({ order }) => (order.length ? 'cell' : 'fit'),
  params: Params,
  says: ({ column, order }, name) => `${name(column)}: ${order.length ? order.join(' < ') : 'natural order'}`,
  learn: ({ column, order }, context) => {
    if (order.length) return undefined
    const source = context.column(column)
    const key = textSql(source)
    return `SELECT ${key} AS category FROM prev WHERE ${trainSql(context)} AND (${key}) IS NOT NULL GROUP BY 1 ORDER BY min(${source.id}), category LIMIT ${mostCategories + 1}`
  },
  apply: (params, context) => {
    const source = context.column(params.column)
    const key = textSql(source)
    const values = valuesOf(params, context)
    const place = values.length === 0 ? '-1' : `coalesce(list_position([${literals(values)}], ${key}) - 1, -1)`
    return {
      kind: 'cells',
      columns: context.columns.map((one) => (one.id === source.id ? { ...one, type: 'INTEGER' } : one)),
      set: { [source.id]: `CASE WHEN (${key}) IS NOT NULL THEN (${place})::INTEGER END` },
    }
  },
  pandas: (params, { context, q }) => [
    ...python(params, context, q),
    `df[${q(params.column)}] = pd.Series(found, index=df.index, dtype=pd.ArrowDtype(pa.int32()))`,
  ],
  polars: (params, { context, q }) => [...python(params, context, q), `df = df.with_columns(pl.Series(${q(params.column)}, found, dtype=pl.Int32))`],
})

function valuesOf({ order }: Params, context: Context): readonly string[] {
  return order.length ? [...new Set(order)] : learntRows(context, 'Ordinal encode').map(([value]) => String(value))
}

function python(params: Params, context: Context, q: (id: string) => string): string[] {
  return [
    `place = {value: i for i, value in enumerate(${pyValue(valuesOf(params, context))})}`,
    `found = [None if v is None else place.get(v, -1) for v in texts(df[${q(params.column)}])]`,
  ]
}
