import { pyFloat } from '../../code/values.ts'
import { familyOf } from '../../columns.ts'
import type { Column } from '../../columns.ts'

/** Exact text in the column's type; a side is absent where no value of the type can pass it. */
export interface Bounds { readonly low: string | undefined; readonly high: string | undefined }

/** Bounds as the column's type holds them: for integers the nearest ones inside. */
export function boundsOf({ type }: Column, low: number | string | undefined, high: number | string | undefined): Bounds {
  return { low: fitted(type, low, Math.ceil), high: fitted(type, high, Math.floor) }
}

/** True outside the bounds; never NULL, false for NaN. */
export function outsideSql({ id, type }: Column, { low, high }: Bounds): string {
  const parts = [...(low === undefined ? [] : [`${id} < ${boundSql(low, type)}`]), ...(high === undefined ? [] : [`${id} > ${boundSql(high, type)}`])]
  if (parts.length === 0) return 'false'
  return `coalesce((${parts.join(' OR ')})${familyOf(type) === 'number' ? ` AND NOT isnan(${id})` : ''}, false)`
}

export function clipSql({ id, type }: Column, { low, high }: Bounds): string {
  const parts = [
    ...(familyOf(type) === 'number' ? [`WHEN isnan(${id}) THEN ${id}`] : []),
    ...(low === undefined ? [] : [`WHEN ${id} < ${boundSql(low, type)} THEN ${boundSql(low, type)}`]),
    ...(high === undefined ? [] : [`WHEN ${id} > ${boundSql(high, type)} THEN ${boundSql(high, type)}`]),
  ]
  return parts.length === 0 ? id : `CASE ${parts.join(' ')} ELSE ${id} END`
}

/** A Python number of the column's kind. */
export function boundPython(bound: string | undefined, { type }: Column): string {
  if (bound === undefined) return 'None'
  const family = familyOf(type)
  if (family === 'integer') return bound
  return family === 'decimal' ? `decimal.Decimal("${bound}")` : pyFloat(Number(bound))
}

function boundSql(bound: string, type: string): string {
  return `CAST('${bound}' AS ${type})`
}

function fitted(type: string, value: number | string | undefined, inward: (value: number) => number): string | undefined {
  if (value === undefined) return undefined
  if (typeof value === 'string') return value
  const family = familyOf(type)
  if (family === 'integer') return within(type, inward(value))
  if (family === 'number') return type === 'FLOAT' && Math.abs(value) > 3.4e38 ? undefined : String(value)
  const [precision = 38, scale = 0] = (type.match(/\d+/g) ?? []).map(Number)
  return Math.abs(value) < 10 ** (precision - scale) - 1 ? value.toFixed(scale) : undefined
}

const bits = { TINYINT: 8, SMALLINT: 16, INTEGER: 32, BIGINT: 64, HUGEINT: 128 } as const

function within(type: string, value: number): string | undefined {
  const unsigned = type.startsWith('U')
  const [, size = 64] = Object.entries(bits).find(([name]) => name === type.replace(/^U/, '')) ?? []
  const [least, most] = unsigned ? [0n, 2n ** BigInt(size) - 1n] : [-(2n ** BigInt(size - 1)), 2n ** BigInt(size - 1) - 1n]
  const whole = BigInt(value)
  return whole < least || whole > most ? undefined : String(whole)
}
