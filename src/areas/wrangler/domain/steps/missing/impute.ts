import { z } from 'zod'
import type { Column } from '../../columns.ts'
import { field } from '../../fields.ts'
import { stepKind } from '../../step-kind.ts'
import type { Context, Python } from '../../step-kind.ts'
import { filledPandas, filledPolars, filledSql } from './fill-with.ts'
import { centreSql, hows, imputable, imputedType, learntPython, learntSql, teaches } from './fitted.ts'

const Params = z.object({
  columns: field.columns('Columns', ['text', 'integer', 'number', 'decimal', 'boolean', 'date', 'time', 'timestamp']),
  how: z.enum(hows).default('median').meta({ title: 'With the' }),
})
type Params = z.output<typeof Params>

export const impute = stepKind({
  op: 'impute', title: 'Impute', category: 'Missing', cost: 'fit',
  about: 'Fills what is missing with the mean, the median or the most frequent value, learnt from finite values of the train rows; of equally frequent ones the smallest. Means and medians make a column DOUBLE.',
  params: Params,
  says: ({ columns, how }, name) => `${how} of ${columns.map(name).join(', ')}`,
  learn: ({ columns, how }, context) => {
    const values = imputable(columns, how, context).map((column, i) => `${learning(column, how, context)} AS v${i}`)
    return how === 'mode' ? `SELECT ${values.join(', ')}` : `SELECT ${values.join(', ')} FROM prev`
  },
  apply: ({ columns, how }, context) => {
    const chosen = new Map(imputable(columns, how, context).map((column, i) => [column.id, learntSql(context.learned?.rows[0]?.[i], imputedType(column, how))]))
    const fill = (column: Column, value: string | undefined) => {
      const cast = how === 'mode' ? column : { ...column, id: `CAST(${column.id} AS DOUBLE)`, type: 'DOUBLE' }
      return value === undefined ? cast.id : filledSql(cast, value)
    }
    return {
      kind: 'cells',
      columns: context.columns.map((column) => (chosen.has(column.id) ? { ...column, type: imputedType(column, how) } : column)),
      set: Object.fromEntries(context.columns.filter(({ id }) => chosen.has(id)).map((column) => [column.id, fill(column, chosen.get(column.id))])),
    }
  },
  pandas: (params, python) => lines('pandas', params, python),
  polars: (params, python) => lines('polars', params, python),
})

function learning(column: Column, how: Params['how'], context: Context): string {
  if (how !== 'mode') return centreSql(column, how, context)
  return `(SELECT CAST(${column.id} AS VARCHAR) FROM prev WHERE ${teaches(column, context)} GROUP BY ${column.id} ORDER BY count(*) DESC, ${column.id} LIMIT 1)`
}

function lines(frames: 'pandas' | 'polars', { columns, how }: Params, { context, q }: Python): string[] {
  return imputable(columns, how, context).flatMap((column, i) => {
    const [name, type] = [q(column.id), imputedType(column, how)]
    const value = learntPython(context.learned?.rows[0]?.[i], type)
    const cast = frames === 'pandas' ? `df[${name}] = arrow(pc.cast, df[${name}], target_type=pa.float64(), safe=False)` : `df = df.with_columns(pl.col(${name}).cast(pl.Float64))`
    const fill = frames === 'pandas' ? filledPandas : filledPolars
    return [
      ...(type === column.type ? [] : [cast]),
      ...(value === undefined ? [`# ${name} had no value to learn from`] : [`${how} = ${value}  # learnt by Atelier`, fill(name, { ...column, type }, how)]),
    ]
  })
}
