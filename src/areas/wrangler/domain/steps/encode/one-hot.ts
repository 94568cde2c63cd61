import { z } from 'zod'
import { literal, literals } from '#lib/sql.ts'
import { pyString } from '../../code/values.ts'
import type { Column } from '../../columns.ts'
import { field } from '../../fields.ts'
import { textSql, trainSql } from '../../keys.ts'
import { madeKeys } from '../../made-keys.ts'
import { stepKind } from '../../step-kind.ts'
import type { Context } from '../../step-kind.ts'

const most = 200

const Params = z.object({
  column: field.column('Column'),
  max: z.int().min(1).max(most).default(20).meta({ title: 'Most categories', description: 'The most frequent ones of the train rows get a column.' }),
  unknown: z.enum(['zeros', 'other']).default('zeros').meta({ title: 'Other values', description: 'All zeros, or a column of their own.' }),
  keep: field.flag('Keep the column'),
})
type Params = z.output<typeof Params>

export const oneHot = stepKind({
  op: 'oneHot', title: 'One-hot encode', category: 'Encode', cost: 'fit',
  about: 'A column of 0 and 1 for each frequent category of the train rows. A value that train has not seen is all zeros or “other”; a missing value is all zeros.',
  params: Params,
  says: ({ column, max, unknown }, name) => `${name(column)}, at most ${max} categories, others ${unknown === 'zeros' ? 'all zeros' : 'in a column of their own'}`,
  learn: ({ column, max }, context) => {
    const key = textSql(context.column(column))
    return `SELECT ${key} AS category, count(*) AS n FROM prev WHERE ${trainSql(context)} AND (${key}) IS NOT NULL GROUP BY 1 ORDER BY n DESC, category LIMIT ${max}`
  },
  apply: (params, context) => {
    const source = context.column(params.column)
    const key = textSql(source)
    const values = categories(context)
    const made = columnsOf(params, context, source)
    const set = Object.fromEntries(made.map(({ id }, i) => {
      const value = values[i]
      const is = value === undefined ? notIn(key, values) : `(${key}) = ${literal(value)}`
      return [id, `coalesce(${is}, false)::TINYINT`]
    }))
    return { kind: 'cells', columns: [...context.columns.filter(({ id }) => params.keep || id !== source.id), ...made], set }
  },
  pandas: (params, { context, q, after }) => [
    `values = texts(df[${q(params.column)}])`,
    ...(params.keep ? [] : [`df = df.drop(columns=[${q(params.column)}])`]),
    ...python(params, context).map(({ id, is }) => `df[${after(id)}] = pd.Series([int(${is}) for v in values], index=df.index, dtype=pd.ArrowDtype(pa.int8()))`),
  ],
  polars: (params, { context, q, after }) => [
    `values = texts(df[${q(params.column)}])`,
    ...(params.keep ? [] : [`df = df.drop(${q(params.column)})`]),
    ...python(params, context).map(({ id, is }) => `df = df.with_columns(pl.Series(${after(id)}, [int(${is}) for v in values], dtype=pl.Int8))`),
  ],
})

function categories({ learned }: Context): readonly string[] {
  return (learned?.rows ?? []).map(([value]) => String(value))
}

function columnsOf({ unknown }: Params, context: Context, { name }: Column): readonly Column[] {
  const values = categories(context)
  const keys = madeKeys(values)
  const made = values.map((value, i) => context.made(keys[i] ?? i, `${name}=${value}`, 'TINYINT'))
  return unknown === 'zeros' ? made : [...made, context.made('__other', `${name} other`, 'TINYINT')]
}

function notIn(key: string, values: readonly string[]): string {
  return values.length === 0 ? `(${key}) IS NOT NULL` : `(${key}) NOT IN (${literals(values)})`
}

function python(params: Params, context: Context): readonly { readonly id: string; readonly is: string }[] {
  const values = categories(context)
  return columnsOf(params, context, context.column(params.column)).map(({ id }, i) => {
    const value = values[i]
    return { id, is: value === undefined ? `v is not None and v not in [${values.map(pyString).join(', ')}]` : `v == ${pyString(value)}` }
  })
}
