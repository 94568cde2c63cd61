const chips: Readonly<Record<string, string>> = {
  TINYINT: 'i8', SMALLINT: 'i16', INTEGER: 'i32', BIGINT: 'i64', HUGEINT: 'i128',
  UTINYINT: 'u8', USMALLINT: 'u16', UINTEGER: 'u32', UBIGINT: 'u64', UHUGEINT: 'u128',
  FLOAT: 'f32', DOUBLE: 'f64', DECIMAL: 'dec', VARCHAR: 'str', ENUM: 'enum', UUID: 'uuid', BOOLEAN: 'bool',
  DATE: 'date', TIME: 'time', TIMESTAMP: 'ts', INTERVAL: 'span', BLOB: 'bytes', JSON: 'json', STRUCT: 'struct', MAP: 'map', UNION: 'union', BIT: 'bits',
}

/** A type in the few letters that fit a head. */
export function typeChip(type: string): string {
  if (type.endsWith(']')) return 'list'
  if (/^TIMESTAMP.*(TZ|TIME ZONE)/.test(type)) return 'ts tz'
  const word = /^[A-Z]+/i.exec(type)?.[0].toUpperCase() ?? ''
  return chips[word] ?? (word === '' ? '?' : word.toLowerCase())
}
