import { literal } from '#lib/sql.ts'
import { pyConstant } from '../../code/constants.ts'
import { familyOf, isNumeric } from '../../columns.ts'
import type { Column, ColumnId } from '../../columns.ts'
import { RecipeProblem } from '../../step-kind.ts'
import type { Context } from '../../step-kind.ts'
import { trainSql } from '../../keys.ts'

export const hows = ['mean', 'median', 'mode'] as const
export type How = (typeof hows)[number]

/** The columns to impute; a mean or median needs numbers. */
export function imputable(ids: readonly ColumnId[], how: How, context: Context): Column[] {
  return ids.map(context.column).map((column) => {
    const family = familyOf(column.type)
    if (how !== 'mode' && !isNumeric(column.type)) throw new RecipeProblem(`“${column.name}” holds ${column.type}, which has no ${how}. Choose mode, or another column.`, 'columns')
    if (family === 'nested' || family === 'other') throw new RecipeProblem(`“${column.name}” holds ${column.type}, which cannot be imputed. Choose another column.`, 'columns')
    return column
  })
}

/** A mean or median is a DOUBLE, a mode is of the column's own type. */
export function imputedType({ type }: Column, how: How): string {
  return how === 'mode' ? type : 'DOUBLE'
}

/** A predicate: the row teaches about the column. */
export function teaches(column: Column, context: Context): string {
  const value = familyOf(column.type) === 'number' ? `coalesce(isfinite(${column.id}), false)` : `${column.id} IS NOT NULL`
  return `${value} AND ${trainSql(context)}`
}

/** The aggregate of the finite values that teach. */
export function centreSql(column: Column, how: 'mean' | 'median', context: Context): string {
  const aggregate = how === 'mean' ? `avg(${column.id}::DOUBLE)` : `quantile_cont(${column.id}::DOUBLE, 0.5)`
  return `${aggregate} FILTER (WHERE ${teaches(column, context)})`
}

/** A learnt value as SQL of that type; undefined when there was nothing to learn from. */
export function learntSql(value: unknown, type: string): string | undefined {
  const text = learntText(value)
  return text === undefined ? undefined : `CAST(${literal(text)} AS ${type})`
}

export function learntPython(value: unknown, type: string): string | undefined {
  const text = learntText(value)
  return text === undefined ? undefined : pyConstant(text, type)
}

export function learntText(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean' ? String(value) : undefined
}
