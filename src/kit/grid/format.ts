import type { GridFamily } from './types.ts'

/** How a value is set apart from ordinary text. */
type Tone = 'plain' | 'null' | 'special' | 'blank'

interface Shown {
  readonly text: string
  readonly tone: Tone
}

/** Longer text is cut on screen only; the inspector and copies have it in full. */
const longest = 400

const nullShown: Shown = { text: 'null', tone: 'null' }
const specials: Readonly<Record<string, string>> = { nan: 'NaN', inf: '∞', infinity: '∞', '+infinity': '∞', '-inf': '-∞', '-infinity': '-∞' }

export function isNumericFamily(family: GridFamily): boolean {
  return family === 'integer' || family === 'number' || family === 'decimal'
}

/** A value as a cell shows it. Whole numbers and decimals that came as text stay text: no digit is lost. */
export function shown(value: unknown, family: GridFamily): Shown {
  if (value === null || value === undefined) return nullShown
  if (isNumericFamily(family)) return numeric(plainText(value))
  if (family === 'nested') return plain(oneLine(typeof value === 'string' ? value : compactJson(value)))
  const text = plainText(value)
  if (family === 'timestamp') return plain(text.replace('T', ' ').replace(/(\.\d*?)0+(?=$|Z|[+-]\d\d)/, '$1').replace(/\.(?=$|Z|[+-])/, ''))
  return text.trim() === '' ? { text: `“${oneLine(text)}”`, tone: 'blank' } : plain(oneLine(text))
}

/** Thousands grouped in the whole part of a number written out; anything else is left as it is. */
export function grouped(text: string): string {
  const parts = /^([-+]?)(\d{4,})(\.\d+)?([eE][-+]?\d+)?$/.exec(text)
  if (!parts) return text
  const [, sign = '', whole = '', fraction = '', exponent = ''] = parts
  return `${sign}${whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',')}${fraction}${exponent}`
}

/** JSON without spaces; 64-bit integers keep every digit. */
export function compactJson(value: unknown): string {
  if (typeof value === 'bigint') return value.toString()
  if (typeof value === 'number' && !Number.isFinite(value)) return JSON.stringify(String(value))
  if (Array.isArray(value)) return `[${value.map(compactJson).join(',')}]`
  if (value instanceof Map) return compactJson(Object.fromEntries([...value].map(([key, item]) => [String(key), item])))
  if (typeof value === 'object' && value !== null) {
    return `{${Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}:${compactJson(item)}`).join(',')}}`
  }
  return JSON.stringify(value) ?? 'null'
}

/** A value as text, neither grouped nor cut: what a copy or the inspector holds. */
export function plainText(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value)
  return typeof value === 'object' && value !== null ? compactJson(value) : ''
}

function numeric(text: string): Shown {
  const special = specials[text.toLowerCase()]
  return special === undefined ? plain(grouped(text)) : { text: special, tone: 'special' }
}

function oneLine(text: string): string {
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text
  return cut.replaceAll(/\r\n|\n|\r/g, '⏎').replaceAll('\t', '⇥')
}

function plain(text: string): Shown {
  return { text, tone: 'plain' }
}
