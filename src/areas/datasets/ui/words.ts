import { FileText, Images, Table2 } from 'lucide-react'
import type { GridColumn, GridFamily } from '#kit/grid/types.ts'
import type { Icon } from '#kit/icon.ts'
import type { FieldShape, Format } from '../domain/dataset.ts'

export { bytesOf, plural, when } from '#lib/words.ts'

export function countOf(value: number): string {
  return value.toLocaleString('en-US')
}

const short = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })

export function shortCount(value: number): string {
  return short.format(value)
}

export const iconOf: Record<Format, Icon> = { parquet: Table2, csv: Table2, json: Table2, ndjson: Table2, images: Images, texts: FileText }
export const formatWords: Record<Format, string> = { parquet: 'Parquet', csv: 'CSV', json: 'JSON', ndjson: 'NDJSON', images: 'Images', texts: 'Texts' }

const families: readonly (readonly [RegExp, GridFamily])[] = [
  [/(\[\d*\]$|^STRUCT|^MAP|^UNION|^JSON$)/, 'nested'], [/^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/, 'integer'], [/^(FLOAT|DOUBLE|REAL)$/, 'number'], [/^DECIMAL/, 'decimal'],
  [/^(VARCHAR|ENUM|UUID)/, 'text'], [/^BOOL/, 'boolean'], [/^DATE$/, 'date'], [/^TIMESTAMP/, 'timestamp'], [/^TIME/, 'time'],
]

export function gridColumns(columns: readonly FieldShape[]): GridColumn[] {
  return columns.map(({ name, type }, i) => ({ id: `c${i}`, name: name || '(no name)', type, family: families.find(([pattern]) => pattern.test(type))?.[1] ?? 'other' }))
}
