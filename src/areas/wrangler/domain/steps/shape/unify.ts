import { familyOf, isNumeric } from '../../columns.ts'
import type { Column } from '../../columns.ts'

/** The type that holds all of them exactly, as far as there is one; undefined where numbers would meet text or dates. */
export function unified(types: readonly string[]): string | undefined {
  const [first] = types
  if (first === undefined || types.every((type) => type === first)) return first
  if (types.every((type) => familyOf(type) === 'integer')) return types.some((type) => /HUGE|UBIG/.test(type)) ? 'DOUBLE' : 'BIGINT'
  return types.every(isNumeric) ? 'DOUBLE' : undefined
}

/** A Python series as the type, with a fresh index where it is cast. */
export function pandasCast({ type }: Column, to: string, series: string): string {
  if (type === to) return series
  return `pd.Series(pd.arrays.ArrowExtensionArray(pc.cast(pa.array(${series}), ${to === 'DOUBLE' ? 'pa.float64()' : 'pa.int64()'}, safe=False)))`
}

export function polarsCast({ type }: Column, to: string, expression: string): string {
  return type === to ? expression : `${expression}.cast(${to === 'DOUBLE' ? 'pl.Float64' : 'pl.Int64'})`
}
