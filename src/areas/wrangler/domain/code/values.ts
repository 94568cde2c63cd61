/** A Python string literal; JSON's escapes are Python's too, save for surrogate pairs, which stay as text. */
export function pyString(text: string): string {
  return JSON.stringify(text)
}

/** A Python literal of a learnt or given value. */
export function pyValue(value: unknown): string {
  if (value === null || value === undefined) return 'None'
  if (value === true) return 'True'
  if (value === false) return 'False'
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : `float("${value}")`
  if (typeof value === 'bigint') return String(value)
  if (Array.isArray(value)) return `[${value.map(pyValue).join(', ')}]`
  if (typeof value === 'object') return `{${Object.entries(value).map(([k, v]) => `${pyString(k)}: ${pyValue(v)}`).join(', ')}}`
  return pyString(typeof value === 'string' ? value : '')
}

/** A Python float literal, also for whole numbers. */
export function pyFloat(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e16 ? value.toFixed(1) : pyValue(value)
}
