import { z } from 'zod'
import { pyFloat } from '../../code/values.ts'
import { field } from '../../fields.ts'
import { doubleSql, finiteSql, learnedNumber, trainSql } from '../../keys.ts'
import { stepKind } from '../../step-kind.ts'
import type { Context } from '../../step-kind.ts'

const methods = ['standard', 'robust', 'minMax', 'maxAbs'] as const
type Method = (typeof methods)[number]
const centres: Record<Method, (x: string, where: string) => string> = {
  standard: (x, where) => `avg(${x}) ${where}`,
  robust: (x, where) => `quantile_cont(${x}, 0.5) ${where}`,
  minMax: (x, where) => `min(${x}) ${where}`,
  maxAbs: () => '0e0',
}
const widths: Record<Method, (x: string, where: string) => string> = {
  standard: (x, where) => `stddev_pop(${x}) ${where}`,
  robust: (x, where) => `quantile_cont(${x}, 0.75) ${where} - quantile_cont(${x}, 0.25) ${where}`,
  minMax: (x, where) => `max(${x}) ${where} - min(${x}) ${where}`,
  maxAbs: (x, where) => `max(abs(${x})) ${where}`,
}
const words: Record<Method, readonly [string, string]> = {
  standard: ['mean', 'deviation'], robust: ['median', 'iqr'], minMax: ['lowest', 'span'], maxAbs: ['zero', 'largest'],
}
const titles: Record<Method, string> = { standard: 'mean 0, deviation 1', robust: 'median 0, interquartile range 1', minMax: 'train values from 0 to 1', maxAbs: 'train values from −1 to 1' }

export const scale = stepKind({
  op: 'scale', title: 'Scale', category: 'Numeric', cost: 'fit',
  about: 'Puts numbers on a common scale that is learnt from finite train values. A constant column becomes 0; valid and test values may lie outside the range.',
  params: z.object({
    columns: field.numericColumns('Columns'),
    method: z.enum(methods).default('standard').meta({ title: 'Method', description: 'Standard uses mean and deviation, robust uses median and interquartile range, which outliers do not move.' }),
  }),
  says: ({ columns, method }, name) => `${columns.map(name).join(', ')}: ${titles[method]}`,
  learn: ({ columns, method }, context) => {
    const stats = columns.map((id) => context.column(id)).map((column, i) => {
      const x = `${column.id}::DOUBLE`
      const where = `FILTER (WHERE ${finiteSql(column)} AND ${trainSql(context)})`
      return `${centres[method](x, where)} AS centre${i}, ${widths[method](x, where)} AS width${i}`
    })
    return `SELECT ${stats.join(', ')} FROM prev`
  },
  apply: ({ columns }, context) => {
    const set = Object.fromEntries(columns.map((id, i) => {
      const { centre, width } = learnt(context, i)
      return [context.column(id).id, `(${id}::DOUBLE - ${doubleSql(centre)}) / ${doubleSql(width)}`]
    }))
    return { kind: 'cells', columns: context.columns.map((one) => (set[one.id] ? { ...one, type: 'DOUBLE' } : one)), set }
  },
  pandas: ({ columns, method }, { context, q }) => columns.flatMap((id, i) => [
    constants(method, context, i),
    `df[${q(id)}] = column(pc.divide(pc.subtract(doubles(df[${q(id)}]), ${words[method][0]}), ${words[method][1]}), df)`,
  ]),
  polars: ({ columns, method }, { context, q }) => columns.flatMap((id, i) => [
    constants(method, context, i),
    `df = df.with_columns((pl.col(${q(id)}).cast(pl.Float64) - ${words[method][0]}) / ${words[method][1]})`,
  ]),
})

function learnt(context: Context, i: number): { centre: number; width: number } {
  const width = learnedNumber(context, 0, 2 * i + 1)
  return { centre: learnedNumber(context, 0, 2 * i) ?? 0, width: width === undefined || width === 0 ? 1 : width }
}

function constants(method: Method, context: Context, i: number): string {
  const { centre, width } = learnt(context, i)
  return `${words[method].join(', ')} = ${pyFloat(centre)}, ${pyFloat(width)}`
}
