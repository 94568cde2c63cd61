import { never } from '#lib/never.ts'
import type { Predicate } from './predicate.ts'
import type { Head, Scope } from './profile.ts'
import type { View } from './view.ts'

type NameOf = (id: string) => string

const signs = { '=': 'is', '!=': 'is not', '<': '<', '<=': '≤', '>': '>', '>=': '≥' } as const
const texts = { contains: 'contains', starts: 'starts with', ends: 'ends with', matches: 'matches' } as const

/** A filter as people say it: `delay ≥ 180`, `distance 500 to 2,500`. */
export function predicateWords(predicate: Predicate, name: NameOf): string {
  switch (predicate.kind) {
    case 'all': return joined(predicate.of, ' and ', name)
    case 'any': return joined(predicate.of, ' or ', name)
    case 'not': return predicate.of.kind === 'missing' ? `${name(predicate.of.column)} not missing` : `not (${predicateWords(predicate.of, name)})`
    case 'compare': return `${name(predicate.column)} ${signs[predicate.is]} ${valueWords(predicate.value)}`
    case 'between': return `${name(predicate.column)} ${valueWords(predicate.from)} to ${valueWords(predicate.to)}`
    case 'in': return `${name(predicate.column)} ${listWords(predicate.values)}`
    case 'text': return `${name(predicate.column)} ${texts[predicate.is]} “${predicate.value}”`
    case 'missing': return `${name(predicate.column)} missing`
    default: return never(predicate)
  }
}

export function sortWords(sort: View['sort'], name: NameOf): string {
  return sort.length ? `by ${sort.map(({ column, descending }) => `${name(column)} ${descending ? '↓' : '↑'}`).join(', ')}` : ''
}

export function valueWords(value: string | number | boolean): string {
  return typeof value === 'number' ? countWords(value) : String(value) === '' ? '“”' : String(value)
}

/** So many digits, grouped in threes; a small number keeps its size. */
export function figureWords(value: number, digits: number): string {
  const rounded = Number(value.toPrecision(digits))
  return Math.abs(rounded) < 1e-3 ? String(rounded) : rounded.toLocaleString('en-US', { maximumFractionDigits: digits + 2 })
}

/** Digits grouped in threes, at most six places; a smaller number keeps its size. */
export function countWords(value: number): string {
  if (value !== 0 && Math.abs(value) < 1e-6) return figureWords(value, 6)
  return value.toLocaleString('en-US', { maximumFractionDigits: Math.abs(value) < 1 ? 6 : 3 })
}

/** `3.0 M`, `12 k`, `871`. */
export function shortCount(value: number): string {
  const size = Math.abs(value)
  if (size >= 1e9) return `${(value / 1e9).toFixed(1)} G`
  if (size >= 1e6) return `${(value / 1e6).toFixed(1)} M`
  if (size >= 1e4) return `${Math.round(value / 1e3)} k`
  return countWords(value)
}

/** What a figure rests on: `exact, all rows`, `≈`, `sample 100 k`. */
export function scopeWords({ kind, rows }: Scope): string {
  switch (kind) {
    case 'exact': return 'exact, all rows'
    case 'approx': return '≈ all rows'
    case 'sample': return `sample ${shortCount(rows)}`
    default: return never(kind)
  }
}

export function timeWords(ms: number): string {
  if (ms >= 10_000) return `${Math.round(ms / 1000)} s`
  return ms >= 1000 ? `${(ms / 1000).toFixed(1)} s` : `${Math.max(1, Math.round(ms))} ms`
}

export function percentWords(share: number): string {
  const percent = share * 100
  if (percent > 0 && percent < 0.1) return '< 0.1 %'
  if (percent < 100 && percent >= 99.95) return '> 99.9 %'
  return `${percent.toFixed(percent >= 99.95 || percent === 0 || percent >= 10 ? 0 : 1)} %`
}

/** What stands at the two ends under a column's picture: least and greatest, or the commonest value and how many others. */
export function endsOf({ bins, top, min, max, distinct, valid }: Head): readonly [string, string] {
  const [first] = top
  if (bins.length > 0 || !first) return [endWords(min), endWords(max)]
  const more = (distinct ?? 0) - 1
  return [`${first.value || '“”'} ${valid > 0 ? percentWords(first.count / valid) : ''}`, more > 0 ? `+${shortCount(more)}` : '']
}

/** A date without its time of day, a number grouped and with few places. */
function endWords(text: string | null): string {
  if (text === null) return ''
  if (/^\d{4}-\d\d-\d\d[ T]/.test(text)) return text.slice(0, 10)
  const number = Number(text)
  if (text.trim() === '' || !Number.isFinite(number)) return text
  if (Math.abs(number) >= 1e13) return number.toExponential(2).replace(/^-/, '−')
  return Math.abs(number) >= 1e9 ? shortCount(number) : figureWords(number, 6).replace(/^-/, '−')
}

function listWords(values: readonly (string | number | boolean)[]): string {
  const shown = values.slice(0, 3).map(valueWords).join(', ')
  return `is ${shown}${values.length > 3 ? ` or ${values.length - 3} more` : ''}`
}

function joined(of: readonly Predicate[], word: string, name: NameOf): string {
  if (of.length === 0) return 'anything'
  return of.map((one) => ((one.kind === 'all' || one.kind === 'any') && one.of.length > 1 ? `(${predicateWords(one, name)})` : predicateWords(one, name))).join(word)
}
