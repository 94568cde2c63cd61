type Scalar = string | number | boolean | null

/** A quoted SQL identifier. DuckDB still compares it without regard to case. */
export function name(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`
}

/** A SQL literal; NaN and infinities become casts, strings are quoted. */
export function literal(value: Scalar | bigint): string {
  if (value === null) return 'NULL'
  if (typeof value === 'string') return textLiteral(value)
  if (typeof value === 'number' && !Number.isFinite(value)) return `'${String(value)}'::DOUBLE`
  return String(value)
}

/** DuckDB's parser stops at a zero character, so that one is joined in. */
function textLiteral(text: string): string {
  const parts = text.split('\0').map((part) => `'${part.replaceAll("'", "''")}'`)
  return parts.length === 1 ? parts.join('') : `(${parts.join(' || chr(0) || ')})`
}

export function literals(values: readonly (Scalar | bigint)[]): string {
  return values.map(literal).join(', ')
}
