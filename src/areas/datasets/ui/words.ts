import { Braces, FileText, Images, Table2 } from 'lucide-react'
import type { GridColumn, GridFamily } from '#kit/grid/types.ts'
import type { Icon } from '#kit/icon.ts'
import type { FieldShape, Format } from '../domain/dataset.ts'

export function countOf(value: number): string {
  return value.toLocaleString('en-US')
}

export function plural(value: number, word: string): string {
  return `${countOf(value)} ${value === 1 ? word : `${word}s`}`
}

const short = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })

export function shortCount(value: number): string {
  return short.format(value)
}

const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const

export function bytesOf(bytes: number): string {
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** step
  return `${step === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[step]}`
}

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

export function when(at: string): string {
  return moment.format(new Date(at))
}

export const iconOf: Record<Format, Icon> = { parquet: Table2, csv: Table2, json: Braces, ndjson: Braces, images: Images, texts: FileText }
export const formatWords: Record<Format, string> = { parquet: 'Parquet', csv: 'CSV', json: 'JSON', ndjson: 'NDJSON', images: 'Images', texts: 'Texts' }

const families: readonly (readonly [RegExp, GridFamily])[] = [
  [/(\[\d*\]$|^STRUCT|^MAP|^UNION|^JSON$)/, 'nested'], [/^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/, 'integer'], [/^(FLOAT|DOUBLE|REAL)$/, 'number'], [/^DECIMAL/, 'decimal'],
  [/^(VARCHAR|ENUM|UUID)/, 'text'], [/^BOOL/, 'boolean'], [/^DATE$/, 'date'], [/^TIMESTAMP/, 'timestamp'], [/^TIME/, 'time'],
]

export function gridColumns(columns: readonly FieldShape[]): GridColumn[] {
  return columns.map(({ name, type }, i) => ({ id: `c${i}`, name: name || '(no name)', type, family: families.find(([pattern]) => pattern.test(type))?.[1] ?? 'other' }))
}
