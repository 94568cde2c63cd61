import { z } from 'zod'
import { uniqueNames as distinctNames } from '#areas/datasets/domain/unique-names.ts'

/** An id is generated, safe in SQL, and survives renames; a name is only what a person reads. */
export const ColumnId = z.string().regex(/^[a-z][a-z0-9_]*$/)
export type ColumnId = z.infer<typeof ColumnId>

export const Column = z.object({
  id: ColumnId,
  name: z.string(),
  /** DuckDB's type, as DESCRIBE prints it. */
  type: z.string(),
})
export type Column = z.infer<typeof Column>

export type Family = 'integer' | 'number' | 'decimal' | 'text' | 'boolean' | 'date' | 'time' | 'timestamp' | 'nested' | 'other'

const families: readonly [RegExp, Family][] = [
  [/(\[\d*\]$|^STRUCT|^MAP|^UNION|^JSON$|^LIST)/, 'nested'],
  [/^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/, 'integer'],
  [/^(FLOAT|DOUBLE|REAL)$/, 'number'],
  [/^(DECIMAL|NUMERIC)/, 'decimal'],
  [/^(VARCHAR|TEXT|STRING|ENUM|UUID)/, 'text'],
  [/^BOOL/, 'boolean'],
  [/^DATE$/, 'date'],
  [/^TIME( |$)/, 'time'],
  [/^TIMESTAMP/, 'timestamp'],
]

export function familyOf(type: string): Family {
  return families.find(([pattern]) => pattern.test(type))?.[1] ?? 'other'
}

export function isNumeric(type: string): boolean {
  return ['integer', 'number', 'decimal'].includes(familyOf(type))
}

/** Whether values of the two types can be equal. */
export function comparable(a: string, b: string): boolean {
  return familyOf(a) === familyOf(b) || (isNumeric(a) && isNumeric(b))
}

/** True where a value is missing: NULL, and NaN for floating point. */
export function missingSql({ id, type }: Column): string {
  return familyOf(type) === 'number' ? `(${id} IS NULL OR isnan(${id}))` : `(${id} IS NULL)`
}

/** Labels made unique without regard to case, by the column's id. */
export function uniqueNames(columns: readonly Pick<Column, 'id' | 'name'>[]): ReadonlyMap<ColumnId, string> {
  const names = distinctNames(columns.map(({ name }) => name))
  return new Map(columns.map(({ id, name }, i) => [id, names[i] ?? name]))
}
