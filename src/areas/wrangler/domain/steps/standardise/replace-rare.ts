import { z } from 'zod'
import { literal, literals } from '#lib/sql.ts'
import { pyString } from '../../code/values.ts'
import { RecipeProblem, stepKind } from '../../step-kind.ts'
import type { Context } from '../../step-kind.ts'
import { inPlace, pandasText, polarsText, textColumns } from '../text/in-place.ts'

const most = 5000

const Params = z.object({
  columns: textColumns(),
  by: z.enum(['count', 'share']).default('share').meta({ title: 'Rare by' }),
  least: z.number().positive('Take a number above zero.').default(0.01).meta({ title: 'At least (rows, or a share from 0 to 1)' }),
  into: z.string().default('Other').meta({ title: 'Rare values become' }),
})
type Params = z.infer<typeof Params>

export const replaceRare = stepKind({
  op: 'replaceRare', title: 'Replace rare values', category: 'Standardise', cost: 'fit',
  about: 'Values seen too seldom in the train rows become one, as does any value that they never showed. Missing values stay missing and do not count.',
  params: Params,
  says: ({ columns, by, least, into }, name) => `${columns.map(name).join(', ')}: under ${by === 'count' ? `${least} rows` : `${least * 100} %`} → “${into}”`,
  learn: (params, context) => {
    if (params.by === 'share' && params.least > 1) throw new RecipeProblem('A share goes from 0 to 1; choose “count” for a number of rows.', 'least')
    return `SELECT * FROM (${params.columns.map((id, i) => frequent(params, { id: context.column(id).id, i, context })).join(' UNION ALL ')}) ORDER BY i, v`
  },
  apply: (params, context) => {
    const kept = keptIn(params, context)
    const columns = params.columns.map((id) => context.column(id).id)
    const change = inPlace(columns, context, (text) => text)
    if (change.kind !== 'cells') return change
    const set = columns.map((id, i) => {
      const values = kept[i] ?? []
      return [id, `CASE WHEN ${id} IS NULL THEN NULL ${values.length ? `WHEN ${id}::VARCHAR IN (${literals(values)}) THEN ${id}::VARCHAR ` : ''}ELSE ${literal(params.into)} END`]
    })
    return { ...change, set: Object.fromEntries(set) }
  },
  pandas: (params, python) => keptIn(params, python.context).flatMap((values, i) => {
    const id = params.columns[i] ?? ''
    const text = pandasText(id, python)
    return [`frequent = [${values.map(pyString).join(', ')}]`, `df[${python.q(id)}] = ${text}.where(${text}.isin(frequent) | ${text}.isna(), ${pyString(params.into)})`]
  }),
  polars: (params, python) => keptIn(params, python.context).flatMap((values, i) => {
    const id = params.columns[i] ?? ''
    const text = polarsText(id, python)
    return [`frequent = pl.Series([${values.map(pyString).join(', ')}], dtype=pl.String)`, `df = df.with_columns(pl.when(${text}.is_in(frequent.implode()) | ${text}.is_null()).then(${text}).otherwise(pl.lit(${pyString(params.into)})).alias(${python.q(id)}))`]
  }),
})

function frequent({ by, least }: Params, { id, i, context }: { id: string; i: number; context: Context }): string {
  const where = `${id} IS NOT NULL${context.train ? ` AND (${context.train})` : ''}`
  const enough = by === 'count' ? `${least}` : `${least} * (SELECT count(*) FROM prev WHERE ${where})`
  return `SELECT * FROM (SELECT ${i} AS i, ${id}::VARCHAR AS v FROM prev WHERE ${where} GROUP BY ${id} HAVING count(*) >= ${enough} LIMIT ${most + 1})`
}

/** The values that stay, a list a column. */
function keptIn({ columns }: Params, { learned, column }: Context): string[][] {
  const lists = columns.map((_, i) => (learned?.rows ?? []).filter(([at]) => Number(at) === i).map(([, value]) => String(value)))
  const long = lists.findIndex((list) => list.length > most)
  if (long >= 0) throw new RecipeProblem(`“${column(columns[long] ?? '').name}” has more than ${most} values that are not rare: raise the limit.`, 'least')
  return lists
}
