import { z } from 'zod'
import { literal } from '#lib/sql.ts'
import { pyValue } from '../../code/values.ts'
import { missingSql } from '../../columns.ts'
import type { Column } from '../../columns.ts'
import { field } from '../../fields.ts'
import { textSql } from '../../keys.ts'
import { stepKind } from '../../step-kind.ts'
import type { Context } from '../../step-kind.ts'
import { placedSql } from './keys.ts'
import { pandasCast, polarsCast, unified } from './unify.ts'

const Params = z.object({
  columns: field.columns('Columns to rows'),
  key: field.name('Names go to', 'variable'),
  value: field.name('Values go to', 'value'),
  dropMissing: field.flag('Leave missing values out'),
})
type Params = z.output<typeof Params>

export const unpivot = stepKind({
  op: 'unpivot', title: 'Unpivot', category: 'Shape and combine', cost: 'shape',
  about: 'Wide to long: the chosen columns become rows of name and value, the others are repeated. Whole and fractional numbers become fractional; other mixed types become text.',
  params: Params,
  says: ({ columns, key, value }, name) => `${columns.map(name).join(', ')} to rows of ${key} and ${value}`,
  apply: (params, context) => {
    const { columns, kept, type, made } = planOf(params, context)
    const values = columns.map((column, i) => `WHEN ${i} THEN ${valueSql(column, type)}`).join(' ')
    const names = columns.map(({ name }, i) => `(${i}, ${literal(name)})`).join(', ')
    const [key, value] = made
    const present = params.dropMissing ? ` WHERE NOT ${missingSql(value)}` : ''
    const list = [...kept.map(({ id }) => id), `_label AS ${key.id}`, `CASE _i ${values} END AS ${value.id}`]
    return {
      kind: 'table', columns: [...kept, ...made], order: '_at, _i',
      select: `SELECT * FROM (SELECT ${list.join(', ')}, _at, _i FROM ${placedSql(context)}, (VALUES ${names}) AS labels(_i, _label))${present}`,
    }
  },
  pandas: (params, { context, q, after }) => {
    const { columns, kept, type, made: [key, value] } = planOf(params, context)
    const series = columns.map((column) => (isText(column, type) ? `pd.Series(texts(df[${q(column.id)}]), dtype=pd.ArrowDtype(pa.string()))` : pandasCast(column, type, `df[${q(column.id)}]`)))
    return [
      `parts = [${series.join(', ')}]`,
      `rows = [(i, part) for i in range(len(df)) for part in range(${columns.length})]`,
      `out = df[[${kept.map(({ id }) => q(id)).join(', ')}]].iloc[[i for i, _ in rows]].reset_index(drop=True)`,
      `out[${after(key.id)}] = pd.Series([${pyValue(columns.map(({ name }) => name))}[part] for _, part in rows], dtype=pd.ArrowDtype(pa.string()))`,
      `out[${after(value.id)}] = taken(pd.concat(parts, ignore_index=True), [part * len(df) + i for i, part in rows])`,
      ...(params.dropMissing ? [`out = out[[v is not None for v in present_or_none(out[${after(value.id)}])]].reset_index(drop=True)`] : []),
      'df = out',
    ]
  },
  polars: (params, { context, q, after }) => {
    const { columns, kept, type, made: [key, value] } = planOf(params, context)
    const series = columns.map((column) => (isText(column, type) ? `pl.Series("v", texts(df[${q(column.id)}]), dtype=pl.String)` : `df.select(${polarsCast(column, type, `pl.col(${q(column.id)})`)}.alias("v"))["v"]`))
    return [
      `parts = [${series.join(', ')}]`,
      `rows = [(i, part) for i in range(len(df)) for part in range(${columns.length})]`,
      `out = df[pl.Series([i for i, _ in rows], dtype=pl.UInt32)].select(${[...kept.map(({ id }) => `pl.col(${q(id)})`), `pl.Series(${after(key.id)}, [${pyValue(columns.map(({ name }) => name))}[part] for _, part in rows], dtype=pl.String)`, `taken(pl.concat(parts), [part * len(df) + i for i, part in rows]).alias(${after(value.id)})`].join(', ')})`,
      ...(params.dropMissing ? [`out = out.filter(pl.Series([v is not None for v in present_or_none(out[${after(value.id)}])], dtype=pl.Boolean))`] : []),
      'df = out',
    ]
  },
})

interface Plan { readonly columns: readonly Column[]; readonly kept: readonly Column[]; readonly type: string; readonly made: readonly [Column, Column] }

function planOf(params: Params, context: Context): Plan {
  const columns = params.columns.map((id) => context.column(id))
  const kept = context.columns.filter(({ id }) => !params.columns.includes(id))
  const type = unified(columns.map((column) => column.type)) ?? 'VARCHAR'
  return { columns, kept, type, made: [context.made(0, params.key, 'VARCHAR'), context.made(1, params.value, type)] }
}

function isText({ type }: Column, to: string): boolean {
  return to === 'VARCHAR' && type !== 'VARCHAR'
}

function valueSql(column: Column, type: string): string {
  return isText(column, type) ? textSql(column) : column.type === type ? column.id : `${column.id}::${type}`
}
