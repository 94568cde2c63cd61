import { literal } from '#lib/sql.ts'
import { familyOf, missingSql } from './columns.ts'
import type { Column } from './columns.ts'
import { RecipeProblem } from './step-kind.ts'
import type { Context } from './step-kind.ts'

/** A value as text, the same in SQL and in Python's `as_text`; NULL where it is missing. */
export function textSql(column: Column): string {
  const family = familyOf(column.type)
  if (family === 'nested' || family === 'other') throw new RecipeProblem(`“${column.name}” holds ${column.type}, which has no plain text to compare by. Choose a column of text, numbers, dates or booleans.`, 'column')
  if (family !== 'number') return `${column.id}::VARCHAR`
  return `CASE WHEN isnan(${column.id}) THEN NULL ELSE ${column.id}::DOUBLE::VARCHAR END`
}

/** A number below 2^32 that depends on the key and the seed only, in every engine. */
export function bucketSql(key: string, seed: number): string {
  return `('0x' || left(md5(${key} || ':${seed}'), 8))::UBIGINT`
}

/** A DOUBLE literal that keeps every bit. */
export function doubleSql(value: number): string {
  if (!Number.isFinite(value)) return literal(value)
  const text = String(value)
  return text.includes('e') ? text : `${text}e0`
}

/** A learnt value as a number; undefined when there was nothing to learn from. */
export function learnedNumber(context: Context, row: number, column: number): number | undefined {
  const value = context.learned?.rows[row]?.[column]
  if (value === null || value === undefined) return undefined
  const number = Number(value)
  return Number.isFinite(number) ? number : undefined
}

export function finiteSql({ id }: Column): string {
  return `isfinite(${id}::DOUBLE)`
}

/** A boolean that is never NULL: the row teaches. */
export function trainSql({ train }: Context): string {
  return train ? `coalesce(${train}, false)` : 'true'
}

export function presentSql(column: Column): string {
  return `NOT ${missingSql(column)}`
}

/** The column that says train, valid or test. */
export function splitColumn(context: Context): Column | undefined {
  const id = context.train?.split(' ')[0]
  return id === undefined ? undefined : context.column(id)
}
