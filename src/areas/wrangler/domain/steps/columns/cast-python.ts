interface Target { readonly type: 'BIGINT' | 'INTEGER' | 'SMALLINT' | 'TINYINT' | 'DOUBLE' | 'DECIMAL' | 'VARCHAR' | 'BOOLEAN' | 'DATE' | 'TIMESTAMP'; readonly width: number; readonly scale: number }

const table: Readonly<Record<Target['type'], { readonly pandas: string; readonly polars: string; readonly one: string }>> = {
  BIGINT: { pandas: 'pa.int64()', polars: 'pl.Int64', one: 'to_int(v, 64)' },
  INTEGER: { pandas: 'pa.int32()', polars: 'pl.Int32', one: 'to_int(v, 32)' },
  SMALLINT: { pandas: 'pa.int16()', polars: 'pl.Int16', one: 'to_int(v, 16)' },
  TINYINT: { pandas: 'pa.int8()', polars: 'pl.Int8', one: 'to_int(v, 8)' },
  DOUBLE: { pandas: 'pa.float64()', polars: 'pl.Float64', one: 'to_float(v)' },
  DECIMAL: { pandas: 'pa.decimal128', polars: 'pl.Decimal', one: 'to_decimal' },
  VARCHAR: { pandas: 'pa.string()', polars: 'pl.String', one: 'to_text(v)' },
  BOOLEAN: { pandas: 'pa.bool_()', polars: 'pl.Boolean', one: 'to_bool(v)' },
  DATE: { pandas: 'pa.date32()', polars: 'pl.Date', one: 'to_date(v)' },
  TIMESTAMP: { pandas: 'pa.timestamp("us")', polars: 'pl.Datetime("us")', one: 'to_datetime(v)' },
}

/** The Python expression that converts the value `v`; `read` reads it by a format. */
export function castPython({ type, width, scale }: Target, read: string | undefined): string {
  if (read && type === 'TIMESTAMP') return read
  if (read && type === 'DATE') return `to_date(${read})`
  return type === 'DECIMAL' ? `to_decimal(v, ${width}, ${scale})` : table[type].one
}

/** The type of the converted column in each library. */
export function pyTypes({ type, width, scale }: Target): { readonly pandas: string; readonly polars: string } {
  const { pandas, polars } = table[type]
  return type === 'DECIMAL' ? { pandas: `${pandas}(${width}, ${scale})`, polars: `${polars}(${width}, ${scale})` } : { pandas, polars }
}
