import { z } from 'zod'
import { familyOf, missingSql } from '../../columns.ts'
import type { Column } from '../../columns.ts'
import { field, numericFamilies } from '../../fields.ts'
import { RecipeProblem, stepKind } from '../../step-kind.ts'
import type { Python } from '../../step-kind.ts'
import { nameList, partitionSql } from '../rows/groups.ts'
import { orderLine } from './fill-forward.ts'

const Params = z.object({
  columns: field.numericColumns('Columns'),
  by: field.optionalColumn('Along (none: row by row)', [...numericFamilies, 'date', 'timestamp']),
  groups: field.anyColumns('Within each (none: all rows)'),
  ends: z.enum(['leave', 'nearest']).default('leave').meta({ title: 'Before the first and after the last value', description: 'leave keeps them missing; nearest repeats the value at the end.' }),
})
type Params = z.output<typeof Params>

export const interpolate = stepKind({
  op: 'interpolate', title: 'Interpolate', category: 'Missing', cost: 'window',
  about: 'Fills gaps on the straight line between the finite values before and after, along a date, a number or the row order. It looks into the future, so keep it out of forecasts. Columns become DOUBLE.',
  params: Params,
  says: ({ columns, by, groups }, name) => `${columns.map(name).join(', ')}${by ? ` along ${name(by)}` : ''}${groups.length ? ` within each ${groups.map(name).join(', ')}` : ''}`,
  apply: (params, context) => {
    const order = [...(params.by === undefined ? [] : [`${context.column(params.by).id} ASC NULLS LAST`]), context.order].join(', ')
    const over = (frame: string) => `OVER (${partitionSql(params.groups, context)}ORDER BY ${order}${frame})`
    const place = params.by === undefined ? `CAST(row_number() ${over('')} AS DOUBLE)` : placeSql(context.column(params.by))
    const chosen = new Set(params.columns.map((id) => context.column(id).id))
    return {
      kind: 'cells',
      columns: context.columns.map((column) => (chosen.has(column.id) ? { ...column, type: 'DOUBLE' } : column)),
      first: { _place: place },
      set: Object.fromEntries(context.columns.filter(({ id }) => chosen.has(id)).map((column) => [column.id, lineSql(column, params.ends, over)])),
    }
  },
  pandas: (params, python) => [...head(params, python), ...params.columns.map((id) => `df[${python.q(id)}] = pd.Series(pd.array(pa.array(${filled(id, params, python)}, type=pa.float64()), dtype=pd.ArrowDtype(pa.float64())), index=df.index)`)],
  polars: (params, python) => [...head(params, python), ...params.columns.map((id) => `df = df.with_columns(pl.Series(${python.q(id)}, ${filled(id, params, python)}, dtype=pl.Float64))`)],
})

/** Dates and times in microseconds, numbers as they are; NULL where the row has no finite place. */
function placeSql({ id, name, type }: Column): string {
  const family = familyOf(type)
  if (family === 'date' || family === 'timestamp') return `CASE WHEN isfinite(${id}) THEN CAST(epoch_us(CAST(${id} AS TIMESTAMP)) AS DOUBLE) END`
  if (!numericFamilies.includes(family)) throw new RecipeProblem(`Interpolate: “${name}” holds ${type}; a line runs along dates, times or numbers. Choose another column.`, 'by')
  return `CASE WHEN isfinite(CAST(${id} AS DOUBLE)) THEN CAST(${id} AS DOUBLE) END`
}

function lineSql(column: Column, ends: Params['ends'], over: (frame: string) => string): string {
  const value = `CAST(${column.id} AS DOUBLE)`
  const known = `isfinite(${value}) AND _place IS NOT NULL`
  const before = (sql: string) => `last_value(CASE WHEN ${known} THEN ${sql} END IGNORE NULLS) ${over(' ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW')}`
  const after = (sql: string) => `first_value(CASE WHEN ${known} THEN ${sql} END IGNORE NULLS) ${over(' ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING')}`
  const [v0, v1, p0, p1] = [before(value), after(value), before('_place'), after('_place')]
  const end = ends === 'nearest' ? `coalesce(${v0}, ${v1})` : 'NULL'
  return `CASE WHEN NOT ${missingSql(column)} THEN ${value} WHEN _place IS NULL THEN NULL WHEN ${v0} IS NULL OR ${v1} IS NULL THEN ${end} WHEN ${p1} = ${p0} THEN ${v0} ELSE ${v0} + (${v1} - ${v0}) * ((_place - ${p0}) / (${p1} - ${p0})) END`
}

function head(params: Params, python: Python): string[] {
  return [orderLine(params, python), ...(params.by === undefined ? [] : [`places = time_places(df[${python.q(params.by)}])`])]
}

function filled(id: string, { groups, by, ends }: Params, python: Python): string {
  return `interpolated(df, ${python.q(id)}, ${nameList(groups, python)}, order, ${by === undefined ? 'None' : 'places'}, nearest=${ends === 'nearest' ? 'True' : 'False'})`
}
