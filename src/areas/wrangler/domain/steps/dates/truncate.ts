import { z } from 'zod'
import { never } from '#lib/never.ts'
import { field } from '../../fields.ts'
import { applied, coerced, columnNode, literalOf } from '../../formula/check.ts'
import { formulaPandas, formulaPolars, formulaSql } from '../../formula/print.ts'
import { stepKind } from '../../step-kind.ts'
import type { Context } from '../../step-kind.ts'

const units = ['year', 'quarter', 'month', 'week', 'day', 'hour', 'minute', 'second'] as const
const months = { year: 12, quarter: 3, month: 1 } as const
const seconds = { week: 604800, day: 86400, hour: 3600, minute: 60, second: 1 } as const

const Params = z.object({
  column: field.column('Column', ['date', 'timestamp']),
  unit: z.enum(units).default('month').meta({ title: 'Unit' }),
  every: z.int().min(1).max(10000).default(1).meta({ title: 'Every (1: each unit)' }),
  name: field.name('New column (empty: in place)'),
})
type Params = z.infer<typeof Params>

export const dateTruncate = stepKind({
  op: 'dateTruncate', title: 'Truncate or bucket', category: 'Date and time', cost: 'cell',
  about: 'Puts each moment to the beginning of its unit, or of a bucket such as every 15 minutes. Weeks begin on Monday; buckets count from Monday 3 January 2000, those of months from January 2000.',
  params: Params,
  says: ({ column, unit, every }, name) => `${name(column)} by ${every === 1 ? unit : `${every} ${unit}s`}`,
  apply: (params, context) => {
    const made = target(params, context)
    const columns = params.name === '' ? context.columns.map((one) => (one.id === made.id ? made : one)) : [...context.columns, made]
    const sql = params.every === 1 ? formulaSql(truncated(params, context)) : `time_bucket(INTERVAL '${params.every * (params.unit === 'quarter' ? 3 : 1)} ${params.unit === 'quarter' ? 'month' : params.unit}s', ${formulaSql(moment(params, context))})`
    return { kind: 'cells', columns, set: { [made.id]: `CAST(${sql} AS TIMESTAMP)` } }
  },
  pandas: (params, { context, q, after }) => {
    const code = params.every === 1 ? formulaPandas(truncated(params, context), q) : `convert(${formulaPandas(moment(params, context), q)}, lambda v: ${bucket(params)}, pa.timestamp("us"))`
    return [`df[${after(target(params, context).id)}] = ${code}`]
  },
  polars: (params, { context, q, after }) => {
    const code = params.every === 1 ? formulaPolars(truncated(params, context), q) : `${formulaPolars(moment(params, context), q)}.map_elements(lambda v: ${bucket(params)}, return_dtype=pl.Datetime("us"))`
    return [`df = df.with_columns(${code}.alias(${after(target(params, context).id)}))`]
  },
})

function target({ column, name }: Params, context: Context) {
  return name === '' ? { ...context.column(column), type: 'TIMESTAMP' } : context.made(0, name, 'TIMESTAMP')
}

function moment({ column }: Params, context: Context) {
  return coerced(columnNode(context.column(column)), 'timestamp')
}

function truncated(params: Params, context: Context) {
  return applied('date_trunc', [literalOf(params.unit), moment(params, context)])
}

function bucket({ unit, every }: Params): string {
  switch (unit) {
    case 'year': case 'quarter': case 'month': return `month_bucket(v, ${every * months[unit]})`
    case 'week': case 'day': case 'hour': case 'minute': case 'second': return `time_bucket(v, ${every * seconds[unit]})`
    default: return never(unit)
  }
}
