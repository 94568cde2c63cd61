import { z } from 'zod'
import { pyValue } from '../../code/values.ts'
import { familyOf } from '../../columns.ts'
import type { Column } from '../../columns.ts'
import { field } from '../../fields.ts'
import { stepKind } from '../../step-kind.ts'

const Params = z.object({
  columns: field.numericColumns('Columns'),
  decimals: z.int().min(-15).max(15).default(0).meta({ title: 'Decimals', description: 'Below 0 rounds to tens, hundreds, …' }),
  half: z.enum(['away', 'even']).default('away').meta({ title: 'Halves', description: '2.5 becomes 3 (away from zero) or 2 (to the even neighbour).' }),
})
type Params = z.output<typeof Params>

export const round = stepKind({
  op: 'round', title: 'Round', category: 'Numeric', cost: 'cell',
  about: 'Rounds numbers. Python and spreadsheets disagree on halves, so choose: away from zero, or to the even neighbour, which does not drift upwards. A decimal becomes a floating-point number.',
  params: Params,
  says: ({ columns, decimals, half }, name) => `${columns.map(name).join(', ')} to ${decimals} decimals, halves ${half === 'away' ? 'away from zero' : 'to even'}`,
  apply: (params, context) => {
    const chosen = new Set(params.columns.map((id) => context.column(id).id))
    const set = Object.fromEntries(context.columns.filter(({ id }) => chosen.has(id)).map((column) => [column.id, roundSql(column, params)]))
    return { kind: 'cells', columns: context.columns.map((one) => (chosen.has(one.id) ? { ...one, type: typeAfter(one) } : one)), set }
  },
  pandas: (params, { context, q }) => params.columns.flatMap((id) => {
    const column = context.column(id)
    const type = familyOf(column.type) === 'integer' ? `df[${q(id)}].dtype` : 'pd.ArrowDtype(pa.float64())'
    return untouched(column, params) ? [] : [
      ...(familyOf(column.type) === 'integer' ? [`values = [None if v is pd.NA else v for v in df[${q(id)}].to_list()]`] : [`values = doubles(df[${q(id)}]).to_pylist()`]),
      familyOf(column.type) === 'integer'
        ? `df[${q(id)}] = pd.Series(${pythonOf(column, params)}, index=df.index, dtype=${type})`
        : `df[${q(id)}] = column(pa.array(${pythonOf(column, params)}, type=pa.float64()), df)`,
    ]
  }),
  polars: (params, { context, q }) => params.columns.flatMap((id) => {
    const column = context.column(id)
    const integer = familyOf(column.type) === 'integer'
    return untouched(column, params) ? [] : [
      `values = df[${q(id)}]${integer ? '' : '.cast(pl.Float64)'}.to_list()`,
      `df = df.with_columns(pl.Series(${q(id)}, ${pythonOf(column, params)}, dtype=${integer ? `df.schema[${q(id)}]` : 'pl.Float64'}))`,
    ]
  }),
})

function typeAfter({ type }: Column): string {
  return familyOf(type) === 'integer' ? type : 'DOUBLE'
}

function untouched({ type }: Column, { decimals }: Params): boolean {
  return familyOf(type) === 'integer' && decimals >= 0
}

function pythonOf({ type }: Column, { decimals, half }: Params): string {
  const even = pyValue(half === 'even')
  return familyOf(type) === 'integer' ? `[rounded_integer(v, ${unitOf(decimals)}, ${even}) for v in values]` : `[rounded(v, ${decimals}, ${even}) for v in values]`
}

function unitOf(decimals: number): string {
  return String(10n ** BigInt(Math.abs(decimals)))
}

function roundSql(column: Column, params: Params): string {
  const { id, type } = column
  if (untouched(column, params)) return id
  return familyOf(type) === 'integer' ? integerSql(id, type, params) : doubleSql(id, params)
}

/** The fraction is judged after scaling; where that overflows the value has no fraction. */
function doubleSql(id: string, { decimals, half }: Params): string {
  const [by, back] = decimals >= 0 ? ['*', '/'] : ['/', '*']
  const scale = `1e${Math.abs(decimals)}`
  const scaled = `(${id}::DOUBLE ${by} ${scale})`
  const low = `floor(${scaled})`
  const rest = `(${scaled} - ${low})`
  const up = half === 'even' ? `${low} % 2 <> 0` : `${scaled} >= 0`
  return `CASE WHEN isfinite(${scaled}) THEN (${low} + CASE WHEN ${rest} > 0.5 OR (${rest} = 0.5 AND ${up}) THEN 1 ELSE 0 END) ${back} ${scale} ELSE ${id}::DOUBLE END`
}

function integerSql(id: string, type: string, { decimals, half }: Params): string {
  const unit = unitOf(decimals)
  const x = `${id}::HUGEINT`
  const rest = `(((${x} % ${unit}) + ${unit}) % ${unit})`
  const low = `(${x} - ${rest})`
  const up = half === 'even' ? `(${low} // ${unit}) % 2 <> 0` : `${id} >= 0`
  return `TRY_CAST(${low} + CASE WHEN 2 * ${rest} > ${unit} OR (2 * ${rest} = ${unit} AND ${up}) THEN ${unit} ELSE 0 END AS ${type})`
}
