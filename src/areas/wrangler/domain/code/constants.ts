import { familyOf } from '../columns.ts'
import type { Family } from '../columns.ts'
import { pyString } from './values.ts'

export type Value = string | number | boolean

const bits: Readonly<Record<string, number>> = { TINYINT: 8, SMALLINT: 16, INTEGER: 32, BIGINT: 64, HUGEINT: 128, UTINYINT: 8, USMALLINT: 16, UINTEGER: 32, UBIGINT: 64, UHUGEINT: 128 }
const spaces = /^[ \t\n\v\f\r]+|[ \t\n\v\f\r]+$/g
const numberText = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i
const dateText = /^\s*(\d{1,4})([-/ \\])(\d{1,2})\2(\d{1,2})(?:(?: +|T)(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d*))?(?:Z|[+-]\d\d(?::?\d\d)?)? *)?)?$/

/** A value written for a column of that DuckDB type as a Python literal; undefined where the type cannot hold it. */
export function pyConstant(value: Value, type: string): string | undefined {
  return writers[familyOf(type)](String(value), type)
}

const writers: Readonly<Record<Family, (text: string, type: string) => string | undefined>> = {
  text: pyString,
  boolean: pyBoolean,
  integer: pyInteger,
  number: pyNumber,
  decimal: pyDecimal,
  date: (text) => pyMoment(text, 'date', ''),
  timestamp: (text, type) => pyMoment(text, 'datetime', type.includes('ZONE') ? ', tzinfo=datetime.timezone.utc' : ''),
  time: pyTime,
  nested: () => undefined,
  other: () => undefined,
}

function pyBoolean(text: string): string | undefined {
  if (/^(t|true|1|y|yes)$/i.test(text)) return 'True'
  return /^(f|false|0|n|no)$/i.test(text) ? 'False' : undefined
}

function pyInteger(text: string, type: string): string | undefined {
  const whole = scaled(text, 0)
  const size = BigInt(bits[type] ?? 64)
  const [low, high] = type.startsWith('U') ? [0n, 2n ** size] : [-(2n ** (size - 1n)), 2n ** (size - 1n)]
  return whole !== undefined && whole >= low && whole < high ? String(whole) : undefined
}

function pyNumber(text: string): string | undefined {
  const bare = text.replace(spaces, '')
  if (/^[+-]?(nan|inf|infinity)$/i.test(bare)) return `float("${bare.toLowerCase()}")`
  if (scaled(bare, 0) === undefined) return undefined
  const number = Number(bare)
  if (!Number.isFinite(number)) return `float("${number > 0 ? 'inf' : '-inf'}")`
  const written = Object.is(number, -0) ? '-0' : String(number)
  return /[.e]/.test(written) ? written : `${written}.0`
}

function pyDecimal(text: string, type: string): string | undefined {
  const [, width = '18', scale = '3'] = /\((\d+),\s*(\d+)\)/.exec(type) ?? []
  const units = scaled(text, Number(scale))
  if (units === undefined || units >= 10n ** BigInt(width) || -units >= 10n ** BigInt(width)) return undefined
  const digits = String(units < 0n ? -units : units).padStart(Number(scale) + 1, '0')
  const cut = digits.length - Number(scale)
  return `decimal.Decimal("${units < 0n ? '-' : ''}${digits.slice(0, cut)}${Number(scale) ? `.${digits.slice(cut)}` : ''}")`
}

/** The number in units of 10^-scale, rounded half away from zero, as DuckDB reads text. */
function scaled(text: string, scale: number): bigint | undefined {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = numberText.exec(text.replace(spaces, '')) ?? []
  if (whole + fraction === '') return undefined
  const shift = Number(exponent) - fraction.length + scale
  const digits = BigInt(whole + fraction)
  const size = shift >= 0 ? digits * 10n ** BigInt(shift) : rounded(digits, 10n ** BigInt(-shift))
  return sign === '-' ? -size : size
}

function rounded(digits: bigint, unit: bigint): bigint {
  return (digits * 2n + unit) / (unit * 2n)
}

function pyMoment(text: string, kind: 'date' | 'datetime', zone: string): string | undefined {
  const match = dateText.exec(text)
  if (!match) return undefined
  const [y, mo, d, h, mi, s] = numbersOf(match, [1, 3, 4, 5, 6, 7])
  if (!isDay(y, mo, d) || Math.max(h - 23, mi - 59, s - 59) > 0) return undefined
  return kind === 'date' ? `datetime.date(${y}, ${mo}, ${d})` : `datetime.datetime(${[y, mo, d, h, mi, s, micros(match[8] ?? '')].join(', ')}${zone})`
}

function numbersOf(match: RegExpExecArray, groups: readonly [number, number, number, number, number, number]) {
  const [a, b, c, d, e, f] = groups
  const at = (group: number) => Number(match[group] ?? 0)
  return [at(a), at(b), at(c), at(d), at(e), at(f)] as const
}

function isDay(year: number, month: number, day: number): boolean {
  const moment = new Date(0)
  moment.setUTCFullYear(year, month - 1, day)
  return year > 0 && moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day
}

function pyTime(text: string): string | undefined {
  const [, hour, minute, second = '0', fraction = ''] = /^\s*(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d+))?)?\s*$/.exec(text) ?? []
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined
  return `datetime.time(${[hour, minute, second].map(Number).join(', ')}, ${micros(fraction)})`
}

function micros(fraction: string): number {
  return Number(fraction.slice(0, 6).padEnd(6, '0'))
}
