import { z } from 'zod'
import { literals } from '#lib/sql.ts'
import { pyFloat, pyString } from '../../code/values.ts'
import { field } from '../../fields.ts'
import { doubleSql, textSql, trainSql } from '../../keys.ts'
import { stepKind } from '../../step-kind.ts'
import type { Context } from '../../step-kind.ts'
import { learntRows, mostCategories } from './learnt-values.ts'

const Params = z.object({ column: field.column('Column'), name: field.name('New column') })

export const frequency = stepKind({
  op: 'frequency', title: 'Frequency encode', category: 'Encode', cost: 'fit',
  about: 'The share of train rows that hold the same value. A value that train has not seen gets 0; missing counts as a value. Two values that are equally frequent become the same number.',
  params: Params,
  says: ({ column }, name) => `${name(column)} by its share among train rows`,
  learn: ({ column }, context) => {
    const key = textSql(context.column(column))
    return `SELECT ${key} AS category, count(*) AS n, sum(count(*)) OVER ()::BIGINT AS total FROM prev WHERE ${trainSql(context)} GROUP BY 1 ORDER BY n DESC, category LIMIT ${mostCategories + 1}`
  },
  apply: ({ column, name }, context) => {
    const source = context.column(column)
    const key = textSql(source)
    const { seen, missing } = shares(context)
    const made = context.made(0, name === '' ? `${source.name} frequency` : name, 'DOUBLE')
    const found = seen.length === 0 ? '0e0' : `coalesce(list_extract([${seen.map(({ share }) => doubleSql(share)).join(', ')}], list_position([${literals(seen.map(({ value }) => value))}], ${key})), 0e0)`
    return { kind: 'cells', columns: [...context.columns, made], set: { [made.id]: `CASE WHEN (${key}) IS NULL THEN ${doubleSql(missing)} ELSE ${found} END` } }
  },
  pandas: ({ column }, { context, q, after }) => [
    python(context),
    `df[${after(context.made(0, '', '').id)}] = pd.Series([share.get(v, 0.0) for v in texts(df[${q(column)}])], index=df.index, dtype=pd.ArrowDtype(pa.float64()))`,
  ],
  polars: ({ column }, { context, q, after }) => [
    python(context),
    `df = df.with_columns(pl.Series(${after(context.made(0, '', '').id)}, [share.get(v, 0.0) for v in texts(df[${q(column)}])], dtype=pl.Float64))`,
  ],
})

interface Shares { readonly seen: readonly { readonly value: string; readonly share: number }[]; readonly missing: number }

function shares(context: Context): Shares {
  const rows = learntRows(context, 'Frequency encode').map(([value, n, total]) => ({ value, share: Number(n) / Number(total) }))
  return {
    seen: rows.flatMap(({ value, share }) => (typeof value === 'string' ? [{ value, share }] : [])),
    missing: rows.find(({ value }) => value === null)?.share ?? 0,
  }
}

function python(context: Context): string {
  const { seen, missing } = shares(context)
  return `share = {${[...seen.map(({ value, share }) => `${pyString(value)}: ${pyFloat(share)}`), `None: ${pyFloat(missing)}`].join(', ')}}`
}
