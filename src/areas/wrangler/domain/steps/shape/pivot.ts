import { z } from 'zod'
import { literal } from '#lib/sql.ts'
import { pyString } from '../../code/values.ts'
import type { Column } from '../../columns.ts'
import { field } from '../../fields.ts'
import { textSql } from '../../keys.ts'
import { madeKeys } from '../../made-keys.ts'
import { RecipeProblem, stepKind } from '../../step-kind.ts'
import type { Context } from '../../step-kind.ts'
import { Aggregate, aggregatePandas, aggregatePolars, aggregateSql, aggregateType, checkedColumn } from './aggregate.ts'
import { groupPolars, groupsPandas, keyColumns, keySql, placedSql } from './keys.ts'

const most = 500

const Params = z.object({
  keys: field.columns('Rows'),
  column: field.column('Columns from'),
  value: field.optionalColumn('Values from'),
  agg: Aggregate.default('first').meta({ title: 'Aggregate', description: 'What stands in a cell that several rows share.' }),
})
type Params = z.output<typeof Params>

export const pivot = stepKind({
  op: 'pivot', title: 'Pivot', category: 'Shape and combine', cost: 'shape',
  about: 'Long to wide: the values of one column become columns. Their list is frozen in the recipe, so that new data gives the same columns; rows where that column is missing fill none.',
  params: Params,
  says: ({ keys, column, value, agg }, name) => `${name(column)} to columns, ${agg}${value ? ` of ${name(value)}` : ''}, a row for each ${keys.map(name).join(', ')}`,
  learn: ({ column }, context) => {
    const source = context.column(column)
    const key = textSql(source)
    return `SELECT ${key} AS category FROM prev WHERE (${key}) IS NOT NULL GROUP BY 1 ORDER BY min(${source.id}), category LIMIT ${most + 1}`
  },
  apply: (params, context) => {
    const keys = keyColumns(params.keys, context, 'Pivot')
    const text = textSql(context.column(params.column))
    const source = sourceOf(params, context)
    const cells = cellsOf(params, context)
    const list = [
      ...keys.map((key) => `${keySql(key)} AS ${key.id}`),
      ...cells.map(({ column, value }) => `${aggregateSql(params.agg, source, `coalesce((${text}) = ${literal(value)}, false)`)} AS ${column.id}`),
    ]
    return {
      kind: 'table', columns: [...keys, ...cells.map(({ column }) => column)], order: '_first',
      select: `SELECT min(_at) AS _first, ${list.join(', ')} FROM ${placedSql(context)} AS prev GROUP BY ${keys.map(keySql).join(', ')}`,
    }
  },
  pandas: (params, { context, q, after }) => {
    const source = sourceOf(params, context)
    return [
      `kinds = texts(df[${q(params.column)}])`,
      ...groupsPandas(keyColumns(params.keys, context, 'Pivot'), q, after),
      ...cellsOf(params, context).map(({ column, value }) => `out[${after(column.id)}] = ${aggregatePandas(params.agg, source, { name: source ? q(source.id) : '', chosen: `[k == ${pyString(value)} for k in kinds]` })}`),
      'df = out',
    ]
  },
  polars: (params, { context, q, after }) => {
    const source = sourceOf(params, context)
    return [
      `df = df.with_columns(pl.Series("_kind", texts(df[${q(params.column)}]), dtype=pl.String).fill_null("\\0"))`,
      `df = ${groupPolars(keyColumns(params.keys, context, 'Pivot'), q, after)}.agg(`,
      ...cellsOf(params, context).map(({ column, value }) => `    (${aggregatePolars(params.agg, source, { name: source ? q(source.id) : '', chosen: `(pl.col("_kind") == ${pyString(value)})` })}).alias(${after(column.id)}),`),
      ')',
    ]
  },
})

function sourceOf({ value, agg }: Params, context: Context): Column | undefined {
  return checkedColumn(agg, value === undefined ? undefined : context.column(value), 'Pivot')
}

function cellsOf(params: Params, context: Context): { column: Column; value: string }[] {
  const values = (context.learned?.rows ?? []).map(([value]) => String(value))
  if (values.length > most) throw new RecipeProblem(`Pivot: “${context.column(params.column).name}” has more than ${most} different values, each of which would be a column. Choose a column with fewer values.`, 'column')
  const type = aggregateType(params.agg, sourceOf(params, context)?.type ?? 'BIGINT')
  const keys = madeKeys(values)
  return values.map((value, i) => ({ value, column: context.made(keys[i] ?? i, value, type) }))
}
