import { z } from 'zod'
import { field } from '../../fields.ts'
import { pyString } from '../../code/values.ts'
import { RecipeProblem, stepKind } from '../../step-kind.ts'
import type { Context, Python } from '../../step-kind.ts'
import { discrete, ordered, overSql, pandasWithin, polarsOrdered, polarsOver } from './windows.ts'

const functions = { mean: 'avg', sum: 'sum', min: 'min', max: 'max', count: 'count', std: 'stddev_samp' } as const
const seconds = { second: 1, minute: 60, hour: 3600, day: 86400, week: 604800 } as const

const Params = z.object({
  column: field.numericColumn('Column'),
  statistic: z.enum(['mean', 'sum', 'min', 'max', 'count', 'std']).default('mean').meta({ title: 'Statistic' }),
  over: z.enum(['rows', 'second', 'minute', 'hour', 'day', 'week']).default('rows').meta({ title: 'Window in' }),
  size: z.int().min(1).max(1000000).default(7).meta({ title: 'Size' }),
  order: field.optionalColumn('In the order of', ordered),
  partition: field.anyColumns('Within each', discrete),
  excludeCurrent: z.boolean().default(true).meta({ title: 'Leave the row itself out' }),
  name: field.name('New column (empty: its name and what it is)'),
})
type Params = z.infer<typeof Params>

export const rolling = stepKind({
  op: 'rolling', title: 'Rolling statistic', category: 'Date and time', cost: 'window',
  about: 'A statistic of the last rows, or of the time before each row, its own moment included unless left out. Left in, the row itself leaks into what should describe its past. Missing, NaN and infinite values do not count; an empty window is missing, with a count of 0.',
  params: Params,
  says: ({ column, statistic, over, size, partition }, name) => `${statistic} of ${name(column)} over ${size} ${over === 'rows' ? 'rows' : `${over}s`}${partition.length ? ` within ${partition.map(name).join(', ')}` : ''}`,
  apply: (params, context) => {
    const made = madeBy(params, context)
    const { id } = context.column(params.column)
    const value = `CASE WHEN isfinite(CAST(${id} AS DOUBLE)) THEN CAST(${id} AS DOUBLE) END`
    return { kind: 'cells', columns: [...context.columns, made], set: { [made.id]: params.over === 'rows' ? rowsSql(params, context, value) : timeSql(params, context, value) } }
  },
  pandas: (params, python) => {
    const made = python.after(madeBy(params, python.context).id)
    const values = `finite_only(df[${python.q(params.column)}])`
    if (params.over !== 'rows') return [`df[${made}] = ${timeHelper(params, python, 'df[', values)}`]
    const body = `s${params.excludeCurrent ? '.shift(1)' : ''}.rolling(${params.size}, min_periods=${params.statistic === 'count' ? 0 : 1}).${params.statistic}()`
    const frame = pandasWithin(params, params.column, python, body).replace(/\bdf\b/, `df.assign(**{${python.q(params.column)}: ${values}})`)
    return [`df[${made}] = as_column(${frame}, ${params.statistic === 'count' ? 'pa.int64()' : 'pa.float64()'})`]
  },
  polars: (params, python) => {
    const made = python.after(madeBy(params, python.context).id)
    const column = `pl.col(${python.q(params.column)}).cast(pl.Float64)`
    if (params.over !== 'rows') return [`df = df.with_columns(${timeHelper(params, python, 'df[', `finite_only(df[${python.q(params.column)}])`)}.alias(${made}))`]
    const finite = `pl.when(${column}.is_finite()).then(${column})`
    const shifted = params.excludeCurrent ? `${finite}.shift(1)` : finite
    const rolled = params.statistic === 'count'
      ? `${shifted}.is_not_null().cast(pl.Int64).rolling_sum(${params.size}, min_samples=1)${polarsOver(params, python)}`
      : `${shifted}.rolling_${params.statistic}(${params.size}, min_samples=1)${polarsOver(params, python)}.fill_nan(None)`
    return polarsOrdered(params, python, [`df = df.with_columns(${rolled}.alias(${made}))`])
  },
})

function madeBy(params: Params, context: Context) {
  const { name } = context.column(params.column)
  return context.made(0, params.name === '' ? `${name}_${params.statistic}_${params.size}_${params.over === 'rows' ? 'rows' : `${params.over}s`}` : params.name, params.statistic === 'count' ? 'BIGINT' : 'DOUBLE')
}

function rowsSql(params: Params, context: Context, value: string): string {
  const frame = params.excludeCurrent ? `${params.size} PRECEDING AND 1 PRECEDING` : `${params.size - 1} PRECEDING AND CURRENT ROW`
  return `${functions[params.statistic]}(${value}) OVER (${overSql(params, context)} ROWS BETWEEN ${frame})`
}

/** Rows without a moment have no window and stand in none. */
function timeSql(params: Params, context: Context, value: string): string {
  const time = timeOf(params, context)
  const keys = params.partition.map((id) => context.column(id).id)
  const end = params.excludeCurrent ? 'INTERVAL 1 MICROSECOND PRECEDING' : 'CURRENT ROW'
  const over = `${keys.length ? `PARTITION BY ${keys.join(', ')} ` : ''}ORDER BY CAST(${time.id} AS TIMESTAMP) NULLS LAST RANGE BETWEEN INTERVAL '${params.size} ${params.over}s' PRECEDING AND ${end}`
  return `CASE WHEN ${time.id} IS NOT NULL THEN ${functions[params.statistic]}(${value}) OVER (${over}) END`
}

function timeOf({ order, over }: Params, context: Context) {
  const time = order === undefined ? undefined : context.column(order)
  if (!time || !/^(DATE|TIMESTAMP)/.test(time.type)) throw new RecipeProblem(`A window of ${over}s needs a column of dates or timestamps under “In the order of”.`, 'order')
  return time
}

function timeHelper(params: Params, { context, q }: Python, open: string, values: string): string {
  const keys = params.partition.map((id) => `${open}${q(id)}]`).join(', ')
  const width = params.over === 'rows' ? 1 : seconds[params.over] * params.size
  return `rolling_in_time(${values}, ${open}${q(timeOf(params, context).id)}], [${keys}], seconds=${width}, statistic=${pyString(params.statistic)}, itself=${params.excludeCurrent ? 'False' : 'True'})`
}
