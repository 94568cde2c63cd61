import { z } from 'zod'
import { familyOf } from '../../columns.ts'
import { field } from '../../fields.ts'
import { stepKind } from '../../step-kind.ts'
import type { Python } from '../../step-kind.ts'
import { groupSql, nameList, partitionSql } from '../rows/groups.ts'

const Params = z.object({
  columns: field.columns('Columns'),
  direction: z.enum(['forward', 'backward']).default('forward').meta({ title: 'Direction', description: 'forward repeats the last value; backward takes the next one, which is yet to come.' }),
  by: field.optionalColumn('In the order of (none: as the rows stand)'),
  groups: field.anyColumns('Within each (none: all rows)'),
})
type Params = z.output<typeof Params>

export const fillForward = stepKind({
  op: 'fillForward', title: 'Fill forward or backward', category: 'Missing', cost: 'window',
  about: 'Repeats the last value before a gap, or the next one after it, within each group. Backward filling sees the future: keep it out of forecasts. Gaps at the end that nothing reaches stay missing.',
  params: Params,
  says: ({ columns, direction, by, groups }, name) => `${columns.map(name).join(', ')} ${direction}${by ? ` by ${name(by)}` : ''}${groups.length ? ` within each ${groups.map(name).join(', ')}` : ''}`,
  apply: ({ columns, direction, by, groups }, context) => {
    const order = [...(by === undefined ? [] : [`${context.column(by).id} ASC NULLS LAST`]), context.order].join(', ')
    const frame = direction === 'forward' ? 'UNBOUNDED PRECEDING AND CURRENT ROW' : 'CURRENT ROW AND UNBOUNDED FOLLOWING'
    const pick = direction === 'forward' ? 'last_value' : 'first_value'
    const over = `OVER (${partitionSql(groups, context)}ORDER BY ${order} ROWS BETWEEN ${frame})`
    return {
      kind: 'cells', columns: context.columns,
      set: Object.fromEntries(columns.map(context.column).map(({ id }) => [id, `${pick}(${groupSql(id, context)} IGNORE NULLS) ${over}`])),
    }
  },
  pandas: (params, python) => {
    if (params.by === undefined && params.groups.length === 0) return params.columns.map((id) => plainPandas(id, params, python))
    return [orderLine(params, python), ...params.columns.map((id) => `df[${python.q(id)}] = ${taken(id, params, python)}`)]
  },
  polars: (params, python) => {
    if (params.by === undefined && params.groups.length === 0) return params.columns.map((id) => plainPolars(id, params, python))
    return [orderLine(params, python), ...params.columns.map((id) => `df = df.with_columns(${taken(id, params, python)})`)]
  },
})

function plainPandas(id: string, { direction }: Params, { q, context }: Python): string {
  const series = `df[${q(id)}]`
  const real = familyOf(context.column(id).type) === 'number' ? `.mask((${series} != ${series}).fillna(False))` : ''
  return `${series} = ${series}${real}.${direction === 'forward' ? 'ffill' : 'bfill'}()`
}

function plainPolars(id: string, { direction }: Params, { q, context }: Python): string {
  const real = familyOf(context.column(id).type) === 'number' ? '.fill_nan(None)' : ''
  return `df = df.with_columns(pl.col(${q(id)})${real}.${direction}_fill())`
}

export function orderLine({ by }: Pick<Params, 'by'>, { q }: Pick<Python, 'q'>): string {
  return by === undefined ? 'order = list(range(len(df)))' : `order = sort_positions(df, [(${q(by)}, False, False)])`
}

function taken(id: string, { groups, direction }: Params, python: Python): string {
  const name = python.q(id)
  return `take(df[${name}], filled_from(df, ${name}, ${nameList(groups, python)}, order, backward=${direction === 'backward' ? 'True' : 'False'}))`
}
