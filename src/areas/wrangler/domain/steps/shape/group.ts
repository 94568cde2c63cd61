import { z } from 'zod'
import { familyOf } from '../../columns.ts'
import type { Column } from '../../columns.ts'
import { field } from '../../fields.ts'
import { stepKind } from '../../step-kind.ts'
import type { Context, Python } from '../../step-kind.ts'
import { Aggregate, aggregateName, aggregatePandas, aggregatePolars, aggregateSql, aggregateType, checkedColumn, groupedPandas } from './aggregate.ts'
import { aggregateKeys, withKeysKept } from './aggregate-keys.ts'
import { groupIdsPandas, groupPolars, keyColumns, keySql, placedSql } from './keys.ts'

const Aggregation = z.object({
  column: field.optionalColumn('Column'),
  agg: Aggregate.default('rows').meta({ title: 'Aggregate' }),
  name: field.name('Name'),
  /** Given by an edit: what it was before. */
  key: z.string().regex(/^[a-z0-9_]+$/).optional().meta({ widget: 'hidden' }),
})
const Params = z.object({
  keys: field.columns('Group by'),
  aggregations: z.array(Aggregation).default([{ agg: 'rows', name: '' }]).meta({ widget: 'aggregations', title: 'Aggregates' }),
})
type Params = z.output<typeof Params>

export const group = stepKind({
  op: 'group', title: 'Group and aggregate', category: 'Shape and combine', cost: 'shape',
  about: 'One row for each distinct combination of keys, in order of appearance; rows with a missing key make a group of their own. Missing values never count; sums and means leave infinities out.',
  params: Params,
  edited: withKeysKept,
  says: ({ keys, aggregations }, name) => `by ${keys.map(name).join(', ')}: ${aggregations.map(({ column, agg }) => (column ? `${agg} of ${name(column)}` : agg)).join(', ')}`,
  apply: (params, context) => {
    const keys = keyColumns(params.keys, context, 'Group and aggregate')
    const made = madeOf(params, context)
    const list = [...keys.map((key) => `${keySql(key)} AS ${key.id}`), ...made.map(({ column, agg, source }) => `${aggregateSql(agg, source)} AS ${column.id}`)]
    return {
      kind: 'table', columns: [...keys, ...made.map(({ column }) => column)], order: '_first',
      select: `SELECT min(_at) AS _first, ${list.join(', ')} FROM ${placedSql(context)} AS prev GROUP BY ${keys.map(keySql).join(', ')}`,
    }
  },
  pandas: groupPandas,
  polars: (params, { context, q, after }) => [
    `df = ${groupPolars(keyColumns(params.keys, context, 'Group and aggregate'), q, after)}.agg(`,
    ...madeOf(params, context).map(({ column, agg, source }) => `    (${aggregatePolars(agg, source, { name: source ? q(source.id) : '' })}).alias(${after(column.id)}),`),
    ')',
  ],
})

/** Aggregates that pandas tells as SQL does are its own; the others go through lists of values. */
function groupPandas(params: Params, { context, q, after }: Pick<Python, 'context' | 'q' | 'after'>): string[] {
  const keys = keyColumns(params.keys, context, 'Group and aggregate')
  const made = madeOf(params, context).map(({ column, agg, source }) => ({ name: after(column.id), agg, source, text: groupedPandas(agg, source, source ? q(source.id) : '') }))
  return [
    `keys = [${keys.map(({ id, type }) => (familyOf(type) === 'number' ? `df[${q(id)}].mask(missing(df[${q(id)}]))` : `df[${q(id)}]`)).join(', ')}]`,
    'out = df.groupby(keys, dropna=False, sort=False).size().reset_index().iloc[:, :-1]',
    `out.columns = [${keys.map(({ id }) => after(id)).join(', ')}]`,
    ...(made.some(({ text }) => text === undefined) ? [groupIdsPandas(keys, q)] : []),
    ...made.map(({ name, agg, source, text }) => `out[${name}] = ${text ?? aggregatePandas(agg, source, { name: source ? q(source.id) : '' })}`),
    'df = out',
  ]
}

interface Made { readonly column: Column; readonly agg: Aggregate; readonly source: Column | undefined }

function madeOf({ aggregations }: Params, context: Context): Made[] {
  const keys = aggregateKeys(aggregations)
  return aggregations.map(({ column, agg, name }, i) => {
    const source = checkedColumn(agg, column === undefined ? undefined : context.column(column), 'Group and aggregate')
    return { agg, source, column: context.made(keys[i] ?? i, name === '' ? aggregateName(agg, source) : name, aggregateType(agg, source?.type ?? 'BIGINT')) }
  })
}
