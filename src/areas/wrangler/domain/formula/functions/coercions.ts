import type { Fn, Kind } from '../typed.ts'

/** What the checker puts in by itself; none of them can be written. */
export const knownOnly: Fn = {
  name: 'known', operator: true, about: 'NaN as missing.', args: [], result: 'number',
  sql: ([a]) => `nullif(${a}, 'NaN'::DOUBLE)`, pandas: ([a]) => `known(${a})`, polars: ([a]) => `${a}.fill_nan(None)`,
}

export const asNumber: Fn = {
  name: 'as number', operator: true, about: '', args: [], result: 'number',
  sql: ([a]) => `CAST(${a} AS DOUBLE)`, pandas: ([a]) => `${a}.astype(pd.ArrowDtype(pa.float64()))`, polars: ([a]) => `${a}.cast(pl.Float64)`,
}

export const asTimestamp: Fn = {
  name: 'as timestamp', operator: true, about: '', args: [], result: 'timestamp',
  sql: ([a]) => `CAST(${a} AS TIMESTAMP)`, pandas: ([a]) => `arrow(pc.cast, ${a}, target_type=pa.timestamp("us"))`, polars: ([a]) => `${a}.cast(pl.Datetime("us"))`,
}

export function coercion(from: Kind, to: Kind): Fn | undefined {
  if (from === 'integer' && to === 'number') return asNumber
  if (from === 'date' && to === 'timestamp') return asTimestamp
  return undefined
}
