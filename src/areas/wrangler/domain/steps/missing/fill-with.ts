import { familyOf, missingSql } from '../../columns.ts'
import type { Column } from '../../columns.ts'

/** The column with `value` where it is missing, NaN included. */
export function filledSql(column: Column, value: string): string {
  return familyOf(column.type) === 'number' ? `CASE WHEN ${missingSql(column)} THEN ${value} ELSE ${column.id} END` : `coalesce(${column.id}, ${value})`
}

export function filledPandas(name: string, { type }: Column, value: string): string {
  const series = `df[${name}]`
  return familyOf(type) === 'number' ? `${series} = ${series}.mask(missing(${series}), ${value})` : `${series} = ${series}.fillna(${value})`
}

export function filledPolars(name: string, { type }: Column, value: string): string {
  const floating = familyOf(type) === 'number'
  const literal = floating ? value : `pl.lit(${value}, dtype=df[${name}].dtype)`
  return `df = df.with_columns(pl.col(${name})${floating ? '.fill_nan(None)' : ''}.fill_null(${literal}))`
}
