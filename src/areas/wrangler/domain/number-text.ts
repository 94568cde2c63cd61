import { familyOf } from './columns.ts'

/** A number as DuckDB writes it in a column of that type, so that it can be looked up among texts. */
export function numberAsText(value: number, type: string): string {
  const family = familyOf(type)
  if (family === 'number') return Number.isFinite(value) ? floatAsText(value) : notFinite(value)
  if (family !== 'decimal') return String(value)
  const written = value.toFixed(Number(/,\s*(\d+)\)/.exec(type)?.[1] ?? 0))
  return Number(written) === value ? written : String(value)
}

function notFinite(value: number): string {
  if (Number.isNaN(value)) return 'nan'
  return value > 0 ? 'inf' : '-inf'
}

/** The shortest digits, always with a point or an exponent; exponents begin below 1e-4 and at 1e16. */
function floatAsText(value: number): string {
  const [mantissa = '', exponent = '0'] = value.toExponential().split('e')
  const power = Number(exponent)
  if (value !== 0 && (power < -4 || power >= 16)) return `${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`
  const digits = mantissa.replace(/[-.]/g, '').length
  const plain = Math.abs(value) < 1 ? value.toFixed(Math.max(1, digits - 1 - power)) : String(value)
  return plain.includes('.') ? plain : `${plain}.0`
}
