import { z } from 'zod'
import { never } from '#lib/never.ts'
import { familyOf } from '../../columns.ts'
import { field } from '../../fields.ts'
import { RecipeProblem, stepKind } from '../../step-kind.ts'
import type { Context } from '../../step-kind.ts'
import { discrete, ordered, overSql, pandasWithin, polarsOrdered, polarsOver } from './windows.ts'

const Params = z.object({
  column: field.column('Column'),
  take: z.enum(['lag', 'lead', 'difference']).default('lag').meta({ title: 'Take' }),
  by: z.int().min(1).max(100000).default(1).meta({ title: 'Rows away' }),
  order: field.optionalColumn('In the order of', ordered),
  partition: field.anyColumns('Within each', discrete),
  name: field.name('New column (empty: its name and what it is)'),
})
type Params = z.infer<typeof Params>

export const lagLead = stepKind({
  op: 'lagLead', title: 'Lag, lead, difference', category: 'Date and time', cost: 'window',
  about: 'The value some rows before or after, or the change since then; missing at the ends. A lead looks into the future: used as an input, it leaks what a model must not know. Dates differ in days, timestamps in seconds.',
  params: Params,
  says: ({ column, take, by, partition }, name) => `${take} ${by} of ${name(column)}${partition.length ? ` within ${partition.map(name).join(', ')}` : ''}`,
  apply: (params, context) => {
    const { id } = context.column(params.column)
    const made = madeBy(params, context)
    const moved = `${params.take === 'lead' ? 'lead' : 'lag'}(${id}, ${params.by}) OVER (${overSql(params, context)})`
    return { kind: 'cells', columns: [...context.columns, made], set: { [made.id]: params.take === 'difference' ? differences[differenceOf(params, context)].sql(id, moved) : moved } }
  },
  pandas: (params, python) => {
    const made = python.after(madeBy(params, python.context).id)
    const moved = pandasWithin(params, params.column, python, `s.shift(${params.take === 'lead' ? -params.by : params.by})`)
    const lines = [`df[${made}] = ${moved}`]
    if (params.take !== 'difference') return lines
    return [`before = ${moved}${params.order === undefined ? '' : '.reindex(df.index)'}`, `df[${made}] = ${differences[differenceOf(params, python.context)].pandas(`df[${python.q(params.column)}]`, 'before')}`]
  },
  polars: (params, python) => {
    const made = python.after(madeBy(params, python.context).id)
    const column = `pl.col(${python.q(params.column)})`
    const moved = `${column}.shift(${params.take === 'lead' ? -params.by : params.by})${polarsOver(params, python)}`
    return polarsOrdered(params, python, [`df = df.with_columns(${params.take === 'difference' ? differences[differenceOf(params, python.context)].polars(column, moved) : moved}.alias(${made}))`])
  },
})

function madeBy(params: Params, context: Context) {
  const { name, type } = context.column(params.column)
  const suffix = { lag: 'lag', lead: 'lead', difference: 'diff' }[params.take]
  return context.made(0, params.name === '' ? `${name}_${suffix}_${params.by}` : params.name, params.take === 'difference' ? differences[differenceOf(params, context)].type : type)
}

type Difference = 'whole' | 'number' | 'days' | 'seconds'

function differenceOf({ column }: Params, context: Context): Difference {
  const { type, name } = context.column(column)
  const family = familyOf(type)
  switch (family) {
    case 'integer': return /HUGE|UBIG/.test(type) ? 'number' : 'whole'
    case 'number': case 'decimal': return 'number'
    case 'date': return 'days'
    case 'timestamp': return 'seconds'
    case 'text': case 'boolean': case 'time': case 'nested': case 'other': throw new RecipeProblem(`“${name}” has no difference: choose a column of numbers, dates or timestamps.`, 'column')
    default: return never(family)
  }
}

/** A value less the one before, in each language. */
const differences: Readonly<Record<Difference, { type: string; sql: Minus; pandas: Minus; polars: Minus }>> = {
  whole: {
    type: 'BIGINT', sql: (now, before) => `CAST(${now} AS BIGINT) - CAST(${before} AS BIGINT)`,
    pandas: (now, before) => `${cast(now, 'pa.int64()')} - ${cast(before, 'pa.int64()')}`, polars: (now, before) => `(${now}.cast(pl.Int64) - ${before}.cast(pl.Int64))`,
  },
  number: {
    type: 'DOUBLE', sql: (now, before) => `CAST(${now} AS DOUBLE) - CAST(${before} AS DOUBLE)`,
    pandas: (now, before) => `${cast(now, 'pa.float64()')} - ${cast(before, 'pa.float64()')}`, polars: (now, before) => `(${now}.cast(pl.Float64) - ${before}.cast(pl.Float64))`,
  },
  days: {
    type: 'BIGINT', sql: (now, before) => `CAST(${now} - ${before} AS BIGINT)`,
    pandas: (now, before) => `arrow(pc.days_between, ${before}, ${now})`, polars: (now, before) => `(${now} - ${before}).dt.total_days()`,
  },
  seconds: {
    type: 'DOUBLE', sql: (now, before) => `(epoch_us(CAST(${now} AS TIMESTAMP)) - epoch_us(CAST(${before} AS TIMESTAMP))) / 1e6`,
    pandas: (now, before) => `arrow(pc.microseconds_between, ${before}, ${now}) / 1e6`, polars: (now, before) => `((${now} - ${before}).dt.total_microseconds() / 1e6)`,
  },
}

type Minus = (now: string, before: string) => string

function cast(text: string, type: string): string {
  return `arrow(pc.cast, ${text}, target_type=${type})`
}
