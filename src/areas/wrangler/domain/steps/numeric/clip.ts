import { z } from 'zod'
import type { Column } from '../../columns.ts'
import { field, onlyWhen } from '../../fields.ts'
import { doubleSql, finiteSql, trainSql } from '../../keys.ts'
import { RecipeProblem, stepKind } from '../../step-kind.ts'
import type { Context } from '../../step-kind.ts'
import { boundPython, boundsOf, clipSql } from './bounds.ts'
import type { Bounds } from './bounds.ts'

const share = (title: string, fallback: number) => onlyWhen(z.number().min(0).max(1).default(fallback).meta({ title }), { method: ['quantiles'] })

const Params = z.object({
  columns: field.numericColumns('Columns'),
  method: z.enum(['values', 'quantiles']).default('quantiles').meta({ title: 'Bounds', description: 'Given values, or quantiles of the train rows (winsorise).' }),
  low: onlyWhen(z.number().optional().meta({ title: 'Lowest' }), { method: ['values'] }),
  high: onlyWhen(z.number().optional().meta({ title: 'Highest' }), { method: ['values'] }),
  lowQuantile: share('Lower quantile', 0.01),
  highQuantile: share('Upper quantile', 0.99),
})
type Params = z.output<typeof Params>

export const clip = stepKind({
  op: 'clip', title: 'Clip', category: 'Numeric', cost: 'fit',
  about: 'Values beyond a bound become the bound. Infinities are clipped too; missing values and NaN stay as they are.',
  costOf: ({ method }) => (method === 'values' ? 'cell' : 'fit'),
  params: Params,
  says: ({ columns, method, low, high, lowQuantile, highQuantile }, name) => `${columns.map(name).join(', ')} to ${method === 'values' ? `[${low ?? '−∞'}, ${high ?? '∞'}]` : `their quantiles ${lowQuantile} and ${highQuantile}`}`,
  learn: ({ columns, method, lowQuantile, highQuantile }, context) => {
    if (method === 'values') return undefined
    const stats = columns.map((id) => context.column(id)).map((column, i) => {
      const where = `FILTER (WHERE ${finiteSql(column)} AND ${trainSql(context)})`
      return `quantile_disc(${column.id}, ${doubleSql(lowQuantile)}) ${where}::VARCHAR AS low${i}, quantile_disc(${column.id}, ${doubleSql(highQuantile)}) ${where}::VARCHAR AS high${i}`
    })
    return `SELECT ${stats.join(', ')} FROM prev`
  },
  apply: (params, context) => ({
    kind: 'cells', columns: context.columns,
    set: Object.fromEntries(params.columns.map((id, i) => {
      const column = context.column(id)
      return [column.id, clipSql(column, limits(params, context, { column, i }))]
    })),
  }),
  pandas: (params, { context, q }) => params.columns.map((id, i) => {
    const column = context.column(id)
    const { low, high } = limits(params, context, { column, i })
    return `df[${q(id)}] = column(clipped(df[${q(id)}], ${boundPython(low, column)}, ${boundPython(high, column)}), df)`
  }),
  polars: (params, { context, q }) => params.columns.map((id, i) => {
    const column = context.column(id)
    const { low, high } = limits(params, context, { column, i })
    return `df = df.with_columns(pl.col(${q(id)}).clip(${boundPython(low, column)}, ${boundPython(high, column)}))`
  }),
})

function limits({ method, low, high, lowQuantile, highQuantile }: Params, context: Context, { column, i }: { column: Column; i: number }): Bounds {
  if (method === 'quantiles') {
    if (lowQuantile > highQuantile) throw new RecipeProblem('Clip: the lower quantile is above the upper one.', 'lowQuantile')
    return boundsOf(column, learnt(context, 2 * i), learnt(context, 2 * i + 1))
  }
  if (low === undefined && high === undefined) throw new RecipeProblem('Clip: give a lowest or a highest value.', 'low')
  if (low !== undefined && high !== undefined && low > high) throw new RecipeProblem('Clip: the lowest value is above the highest one.', 'low')
  return boundsOf(column, low, high)
}

function learnt(context: Context, i: number): string | undefined {
  const value = context.learned?.rows[0]?.[i]
  return typeof value === 'string' ? value : undefined
}
