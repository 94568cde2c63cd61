import { literal } from '#lib/sql.ts'
import { plainNumberSql } from './csv-numbers.ts'
import type { Dialect } from './dataset.ts'

/** The types that a column of a text file can be read as. */
export const textTypes = ['VARCHAR', 'BOOLEAN', 'BIGINT', 'UBIGINT', 'INTEGER', 'SMALLINT', 'TINYINT', 'DOUBLE', 'FLOAT', 'DECIMAL(38,0)', 'DECIMAL(18,2)', 'DATE', 'TIME', 'TIMESTAMP', 'TIMESTAMP WITH TIME ZONE', 'UUID', 'JSON'] as const

/** In the place of a type: the column is not kept. */
export const leftOut = 'LEFT OUT'

export function isTextType(type: string): boolean {
  return type === leftOut || textTypes.some((known) => known === type) || /^DECIMAL\((\d|[12]\d|3[0-8]),\s?(\d|[12]\d|3[0-8])\)$/.test(type)
}

/**
 * A text cell as its type, NULL where it is none of it. Never rounds, cuts off a time of day or drops a leading zero in silence.
 * The cell stands in it as seldom as can be: DuckDB's search for common parts grows with the square of their number.
 */
export function castSql(raw: string, type: string, { dateFormat, timestampFormat, ...marks }: Pick<Dialect, 'decimal' | 'thousands' | 'dateFormat' | 'timestampFormat'>): string {
  if (type === 'VARCHAR') return raw
  if (type === leftOut) return 'NULL::VARCHAR'
  if (/INT/.test(type)) return `TRY_CAST(translate(${marks.thousands ? plainNumberSql(raw, marks) : raw}, '.eE', '???') AS ${type})`
  if (/^(DOUBLE|FLOAT|DECIMAL)/.test(type)) return `TRY_CAST(${plainNumberSql(raw, marks)} AS ${type})`
  if (type === 'DATE') return dateFormat ? `try_strptime(${raw}, ${literal(dateFormat)})::DATE` : `CASE WHEN length(trim(${raw})) <= 10 THEN TRY_CAST(${raw} AS DATE) END`
  if (type === 'TIMESTAMP' && timestampFormat) return `try_strptime(${raw}, ${literal(timestampFormat)})`
  return `TRY_CAST(${raw} AS ${type})`
}

export const dateFormats = ['%d/%m/%Y', '%m/%d/%Y', '%d.%m.%Y', '%d-%m-%Y', '%m-%d-%Y', '%d/%m/%y', '%m/%d/%y', '%d.%m.%y', '%Y%m%d', '%b %d %Y', '%d %b %Y', '%d-%b-%y', '%d-%b-%Y'] as const
export const timestampFormats = dateFormats.filter((format) => format !== '%Y%m%d').flatMap((format) => [`${format} %H:%M`, `${format} %H:%M:%S`, `${format} %I:%M %p`, `${format} %I:%M:%S %p`])
