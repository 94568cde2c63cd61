import { z } from 'zod'
import { never } from '#lib/never.ts'
import type { Column } from '../../columns.ts'
import { field } from '../../fields.ts'
import { finiteSql, learnedNumber, trainSql } from '../../keys.ts'
import { stepKind } from '../../step-kind.ts'
import type { Change, Context } from '../../step-kind.ts'
import { boundPython, boundsOf, clipSql, outsideSql } from './bounds.ts'
import type { Bounds } from './bounds.ts'

const methods = ['iqr', 'z', 'rstd'] as const
const says = { iqr: 'interquartile ranges beyond the quartiles', z: 'standard deviations from the mean', rstd: 'robust deviations from the median' } as const
const actions = { clip: 'clipped', remove: 'removed', null: 'made missing', flag: 'flagged' } as const

const Params = z.object({
  columns: field.numericColumns('Columns'),
  method: z.enum(methods).default('iqr').meta({ title: 'Method', description: 'Quartiles ± factor × IQR; mean ± factor × deviation; median ± factor × IQR / 1.349.' }),
  factor: z.number().positive('The factor must be above 0.').default(1.5).meta({ title: 'Factor', description: 'Usual: 1.5 for IQR, 3 for z, 5 for robust deviations.' }),
  action: z.enum(['clip', 'remove', 'null', 'flag']).default('clip').meta({ title: 'What to do' }),
})
type Params = z.output<typeof Params>

export const outliers = stepKind({
  op: 'outliers', title: 'Outliers', category: 'Numeric', cost: 'fit',
  about: 'Finds values far from the bulk of the train rows. Infinities are outliers, missing values and NaN are not; heavy tails make many honest outliers.',
  params: Params,
  says: ({ columns, method, factor, action }, name) => `${columns.map(name).join(', ')}: more than ${factor} ${says[method]}, ${actions[action]}`,
  learn: ({ columns, method }, context) => {
    const stats = columns.map((id) => context.column(id)).map((column, i) => {
      const x = `${column.id}::DOUBLE`
      const where = `FILTER (WHERE ${finiteSql(column)} AND ${trainSql(context)})`
      return method === 'z'
        ? `avg(${x}) ${where} AS mean${i}, stddev_samp(${x}) ${where} AS deviation${i}, NULL AS none${i}`
        : `quantile_cont(${x}, 0.25) ${where} AS lower${i}, quantile_cont(${x}, 0.5) ${where} AS median${i}, quantile_cont(${x}, 0.75) ${where} AS upper${i}`
    })
    return `SELECT ${stats.join(', ')} FROM prev`
  },
  apply: (params, context) => change(params, context),
  pandas: (params, { context, q, after }) => params.columns.flatMap((id, i) => {
    const column = context.column(id)
    const name = `df[${q(id)}]`
    const { low, high } = limits(params, context, { column, i })
    const limitsText = [`low, high = ${boundPython(low, column)}, ${boundPython(high, column)}`]
    switch (params.action) {
      case 'clip': return [...limitsText, `${name} = column(clipped(${name}, low, high), df)`]
      case 'null': return [...limitsText, `${name} = column(pc.if_else(outside(${name}, low, high), None, pa.array(${name})), df)`]
      case 'flag': return [...limitsText, `df[${after(context.made(id, '', '').id)}] = column(outside(${name}, low, high), df)`]
      case 'remove': return [
        ...limitsText,
        i === 0 ? `gone = outside(${name}, low, high)` : `gone = pc.or_(gone, outside(${name}, low, high))`,
        ...(i === params.columns.length - 1 ? ['df = df[~column(gone, df)].reset_index(drop=True)'] : []),
      ]
      default: return never(params.action)
    }
  }),
  polars: (params, { context, q, after }) => {
    const columns = params.columns.map((id, i) => ({ id, column: context.column(id), bounds: limits(params, context, { column: context.column(id), i }) }))
    const beyond = columns.map(({ id, column, bounds }) => outsidePolars(q(id), column, bounds))
    switch (params.action) {
      case 'clip': return columns.map(({ id, column, bounds }) => `df = df.with_columns(pl.col(${q(id)}).clip(${boundPython(bounds.low, column)}, ${boundPython(bounds.high, column)}))`)
      case 'null': return columns.map(({ id }, i) => `df = df.with_columns(pl.when(~(${beyond[i]})).then(pl.col(${q(id)})))`)
      case 'flag': return columns.map(({ id }, i) => `df = df.with_columns((${beyond[i]}).alias(${after(context.made(id, '', '').id)}))`)
      case 'remove': return [`df = df.filter(~(${beyond.map((one) => `(${one})`).join(' | ')}))`]
      default: return never(params.action)
    }
  },
})

function change(params: Params, context: Context): Change {
  const found = params.columns.map((id, i) => ({ column: context.column(id), bounds: limits(params, context, { column: context.column(id), i }), i }))
  const set = (sql: (one: (typeof found)[number]) => string) => Object.fromEntries(found.map((one) => [one.column.id, sql(one)]))
  switch (params.action) {
    case 'remove': return { kind: 'rows', where: `NOT (${found.map(({ column, bounds }) => outsideSql(column, bounds)).join(' OR ')})` }
    case 'clip': return { kind: 'cells', columns: context.columns, set: set(({ column, bounds }) => clipSql(column, bounds)) }
    case 'null': return { kind: 'cells', columns: context.columns, set: set(({ column, bounds }) => `CASE WHEN NOT ${outsideSql(column, bounds)} THEN ${column.id} END`) }
    case 'flag': {
      const made = found.map(({ column }) => context.made(column.id, `${column.name} outlier`, 'BOOLEAN'))
      return { kind: 'cells', columns: [...context.columns, ...made], set: Object.fromEntries(found.map(({ column, bounds, i }) => [made[i]?.id ?? '', outsideSql(column, bounds)])) }
    }
    default: return never(params.action)
  }
}

function limits({ method, factor }: Params, context: Context, { column, i }: { column: Column; i: number }): Bounds {
  const [a, b, c] = [0, 1, 2].map((at) => learnedNumber(context, 0, 3 * i + at))
  if (method === 'z') return a === undefined || b === undefined ? boundsOf(column, undefined, undefined) : boundsOf(column, a - factor * b, a + factor * b)
  if (a === undefined || b === undefined || c === undefined) return boundsOf(column, undefined, undefined)
  const reach = factor * (c - a)
  return method === 'iqr' ? boundsOf(column, a - reach, c + reach) : boundsOf(column, b - reach / 1.349, b + reach / 1.349)
}

function outsidePolars(name: string, column: Column, { low, high }: Bounds): string {
  const parts = [...(low === undefined ? [] : [`(pl.col(${name}) < ${boundPython(low, column)})`]), ...(high === undefined ? [] : [`(pl.col(${name}) > ${boundPython(high, column)})`])]
  if (parts.length === 0) return `pl.lit(False) & pl.col(${name}).is_null()`
  const some = parts.length === 1 ? parts.join('') : `(${parts.join(' | ')})`
  const number = ['FLOAT', 'DOUBLE'].includes(column.type) ? `${some} & pl.col(${name}).is_not_nan()` : some
  return `(${number}).fill_null(False)`
}
