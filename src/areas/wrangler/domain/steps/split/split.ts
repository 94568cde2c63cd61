import { z } from 'zod'
import { never } from '#lib/never.ts'
import { familyOf, missingSql } from '../../columns.ts'
import type { Column } from '../../columns.ts'
import { field, onlyWhen } from '../../fields.ts'
import { bucketSql, doubleSql, textSql } from '../../keys.ts'
import { RecipeProblem, stepKind } from '../../step-kind.ts'
import type { Context, Cost } from '../../step-kind.ts'

const methods = ['random', 'stratified', 'group', 'time'] as const
const costs = { random: 'cell', group: 'cell', stratified: 'window', time: 'window' } as const satisfies Record<(typeof methods)[number], Cost>
const share = (title: string, fallback: number) => z.number().min(0).max(1).default(fallback).meta({ title })

const Params = z.object({
  method: z.enum(methods).default('random').meta({ title: 'How', description: 'Stratified keeps the shares within every class, group keeps rows of one key together, time puts the latest rows into test.' }),
  column: onlyWhen(field.optionalColumn('Class, key or time'), { method: ['stratified', 'group', 'time'] }),
  train: share('Train', 0.8),
  valid: share('Valid', 0.1),
  test: share('Test', 0.1),
  seed: onlyWhen(field.seed(), { method: ['random', 'stratified', 'group'] }),
}).refine(({ train, valid, test }) => Math.abs(train + valid + test - 1) < 1e-9, { path: ['train'], message: 'The shares of train, valid and test must add up to 1.' })
type Params = z.output<typeof Params>

export const split = stepKind({
  op: 'split', title: 'Split', category: 'Split and check', cost: 'cell',
  about: 'Marks every row as train, valid or test; fitted steps after it learn from train only. Rows that are equal to one another can fall on both sides unless they are split by group; rows without a time belong to no part.',
  costOf: ({ method }) => costs[method],
  usesRowId: true,
  params: Params,
  says: ({ method, column, train, valid, test }, name) => `${method}${column && method !== 'random' ? ` by ${name(column)}` : ''}: ${[train, valid, test].map((part) => `${Number((part * 100).toFixed(2))} %`).join(' / ')}`,
  apply: (params, context) => {
    const made = context.made(0, 'split', 'VARCHAR')
    const [low, high] = bounds(params).map(doubleSql)
    const position = shareSql(params, context)
    const parts = `CASE WHEN ${position} < ${low} THEN 'train' WHEN ${position} < ${high} THEN 'valid' ELSE 'test' END`
    const sql = params.method === 'time' ? `CASE WHEN ${missingSql(columnOf(params, context))} THEN NULL ELSE ${parts} END` : parts
    return { kind: 'cells', columns: [...context.columns, made], set: { [made.id]: sql }, split: made.id }
  },
  pandas: (params, { context, q, after }) => [
    `df[${after(context.made(0, '', '').id)}] = pd.Series(${python(params, q, context)}, index=df.index, dtype=pd.ArrowDtype(pa.string()))`,
  ],
  polars: (params, { context, q, after }) => [
    `df = df.with_columns(pl.Series(${after(context.made(0, '', '').id)}, ${python(params, q, context)}, dtype=pl.String))`,
  ],
})

/** A number from 0 to 1 whose place among the shares decides the part. */
function shareSql(params: Params, context: Context): string {
  const { method, seed } = params
  switch (method) {
    case 'random': return `${bucketSql('_rid', seed)} / 4294967296e0`
    case 'group': return `${bucketSql(`coalesce('=' || (${textSql(columnOf(params, context))}), '')`, seed)} / 4294967296e0`
    case 'stratified': {
      const key = textSql(columnOf(params, context))
      return `(row_number() OVER (PARTITION BY ${key} ORDER BY ${bucketSql('_rid', seed)}, _rid) - 0.5e0) / count(*) OVER (PARTITION BY ${key})`
    }
    case 'time': {
      const column = columnOf(params, context)
      const missing = missingSql(column)
      return `(rank() OVER (PARTITION BY ${missing} ORDER BY ${column.id}) - 1) / count(*) OVER (PARTITION BY ${missing})`
    }
    default: return never(method)
  }
}

function columnOf({ method, column }: Params, context: Context): Column {
  if (column === undefined) throw new RecipeProblem(`Split: a ${method} split needs a column. Choose ${method === 'time' ? 'the column that holds the time' : method === 'group' ? 'the key whose rows stay together' : 'the class whose shares are kept'}.`, 'column')
  const found = context.column(column)
  const timely = ['date', 'timestamp', 'time', 'integer', 'number', 'decimal'].includes(familyOf(found.type))
  if (method === 'time' && !timely) throw new RecipeProblem(`Split: “${found.name}” holds ${found.type}, which has no order in time. Choose a date, a timestamp or a number.`, 'column')
  return found
}

function bounds({ train, valid, test }: Params): readonly [number, number] {
  return [train, test === 0 ? 2 : Number((train + valid).toFixed(12))]
}

function python(params: Params, q: (id: string) => string, context: Context): string {
  const { method, seed } = params
  const [low, high] = bounds(params)
  const part = (value: string, over: string) => `[part_of(${value}, ${low}, ${high}) for ${over}]`
  switch (method) {
    case 'random': return part(`md5_bucket(r, ${seed}) / 2**32`, 'r in df["_rid"]')
    case 'group': return part(`md5_bucket("" if k is None else "=" + k, ${seed}) / 2**32`, `k in texts(df[${q(columnOf(params, context).id)}])`)
    case 'stratified': return part('p', `p in stratum_shares(texts(df[${q(columnOf(params, context).id)}]), df["_rid"].to_list(), ${seed})`)
    case 'time': return part('p', `p in time_shares(df[${q(columnOf(params, context).id)}].to_list())`)
    default: return never(method)
  }
}
