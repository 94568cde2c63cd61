import { z } from 'zod'
import { familyOf, missingSql } from '../../columns.ts'
import type { Column } from '../../columns.ts'
import { field, onlyWhen } from '../../fields.ts'
import { stepKind } from '../../step-kind.ts'
import type { Context, Python } from '../../step-kind.ts'

const blank = '[ \\t\\n\\r\\f]*'

const Params = z.object({
  columns: field.anyColumns('Look in (none: all columns)'),
  when: z.enum(['any', 'all', 'threshold']).default('any').meta({ title: 'Drop a row when missing', description: 'any: one value at least; all: every value; threshold: as many as stated.' }),
  threshold: onlyWhen(z.int().min(1).default(2).meta({ title: 'Missing values that drop a row' }), { when: ['threshold'] }),
  blanks: z.boolean().default(false).meta({ title: 'Empty text counts as missing' }),
})
type Params = z.output<typeof Params>

export const dropMissing = stepKind({
  op: 'dropMissing', title: 'Drop rows with missing values', category: 'Rows', cost: 'row',
  about: 'Takes away rows that lack values. NaN counts as missing; empty text does so only when asked.',
  params: Params,
  says: ({ columns, when, threshold }, name) => `${when === 'threshold' ? `${threshold} or more` : when} missing in ${columns.length ? columns.map(name).join(', ') : 'all columns'}`,
  apply: (params, context) => {
    const lacks = chosen(params, context).map((column) => lacking(column, params.blanks))
    if (params.when === 'threshold') return { kind: 'rows', where: `(${lacks.map((one) => `${one}::INTEGER`).join(' + ')}) < ${params.threshold}` }
    return { kind: 'rows', where: `NOT (${lacks.join(params.when === 'any' ? ' OR ' : ' AND ')})` }
  },
  pandas: (params, python) => {
    const columns = chosen(params, python.context)
    if (columns.every((column) => simple(column, params))) return [`df = df.dropna(subset=[${columns.map(({ id }) => python.q(id)).join(', ')}], ${dropna(params, columns.length)}, ignore_index=True)`]
    const masks = columns.map((column) => maskPandas(column, params, python))
    const lacks = params.when === 'threshold' ? `(${masks.map((one) => `${one}.astype("int64")`).join(' + ')}) < ${params.threshold}` : `~(${masks.join(params.when === 'any' ? ' | ' : ' & ')})`
    return [`df = df[${lacks}].reset_index(drop=True)`]
  },
  polars: (params, python) => {
    const masks = chosen(params, python.context).map((column) => maskPolars(column, params, python))
    const gathered = { any: 'any_horizontal', all: 'all_horizontal', threshold: 'sum_horizontal' }[params.when]
    const test = `pl.${gathered}(${masks.join(', ')})`
    return [`df = df.filter(${params.when === 'threshold' ? `${test} < ${params.threshold}` : `~${test}`})`]
  },
})

function chosen({ columns }: Params, context: Context): readonly Column[] {
  return columns.length ? columns.map(context.column) : context.columns
}

function lacking(column: Column, blanks: boolean): string {
  return blanks && familyOf(column.type) === 'text' ? `coalesce(regexp_full_match(${column.id}::VARCHAR, '${blank}'), true)` : missingSql(column)
}

function simple({ type }: Column, { blanks }: Params): boolean {
  return familyOf(type) !== 'number' && !(blanks && familyOf(type) === 'text')
}

function dropna({ when, threshold }: Params, columns: number): string {
  return when === 'threshold' ? `thresh=${Math.max(0, columns - threshold + 1)}` : `how="${when}"`
}

function maskPandas(column: Column, params: Params, { q }: Python): string {
  if (familyOf(column.type) === 'number') return `missing(df[${q(column.id)}])`
  return simple(column, params) ? `df[${q(column.id)}].isna()` : `df[${q(column.id)}].str.fullmatch(r"${blank}").fillna(True)`
}

function maskPolars(column: Column, params: Params, { q }: Python): string {
  const name = `pl.col(${q(column.id)})`
  if (familyOf(column.type) === 'number') return `(${name}.is_null() | ${name}.is_nan().fill_null(True))`
  return simple(column, params) ? `${name}.is_null()` : `${name}.str.contains(r"^${blank}$").fill_null(True)`
}
