import { never } from '#lib/never.ts'
import { familyOf } from '../columns.ts'
import type { Column } from '../columns.ts'
import { valueText } from '../predicate.ts'
import type { Predicate } from '../predicate.ts'
import { pyConstant } from './constants.ts'
import type { Value } from './constants.ts'
import { rustPattern } from './rust-pattern.ts'
import { pyString } from './values.ts'

export type Frames = 'pandas' | 'polars'

/** How one language says what a leaf needs; every answer is a mask without missing values. */
interface Words {
  readonly column: (name: string) => string
  /** Each row. */
  readonly every: string
  readonly none: string
  readonly decided: (mask: string) => string
  readonly missing: (name: string, floating: boolean) => string
  /** The column's values where they are no NaN. */
  readonly real: (name: string) => string
  readonly text: (name: string, type: string) => string
  readonly among: (text: string, list: string) => string
  readonly lowered: (text: string) => string
  readonly search: Readonly<Record<'contains' | 'starts' | 'ends', (text: string, value: string) => string>>
  readonly matches: (text: string, pattern: string, ignoreCase: boolean) => string
}

const words: Readonly<Record<Frames, Words>> = {
  pandas: {
    column: (name) => `df[${name}]`,
    every: 'pd.Series(True, index=df.index)', none: 'pd.Series(False, index=df.index)',
    decided: (mask) => `(${mask}).fillna(False)`,
    missing: (name, floating) => (floating ? `missing(df[${name}])` : `df[${name}].isna()`),
    real: (name) => `(df[${name}] == df[${name}])`,
    text: (name, type) => (familyOf(type) === 'text' ? `df[${name}]` : `convert(${wideColumn('pandas', name, type)}, lambda v: to_text(v), pa.string())`),
    among: (text, list) => `${text}.isin(${list})`,
    lowered: (text) => `${text}.str.lower()`,
    search: {
      contains: (text, value) => `${text}.str.contains(${value}, regex=False)`,
      starts: (text, value) => `${text}.str.startswith(${value})`,
      ends: (text, value) => `${text}.str.endswith(${value})`,
    },
    matches: (text, pattern, ignoreCase) => `${text}.str.contains(${pyString(`${ignoreCase ? '(?i)' : ''}${pattern}`)})`,
  },
  polars: {
    column: (name) => `pl.col(${name})`,
    every: 'pl.lit(True)', none: 'pl.lit(False)',
    decided: (mask) => `(${mask}).fill_null(False)`,
    missing: (name, floating) => (floating ? `(pl.col(${name}).is_null() | pl.col(${name}).is_nan())` : `pl.col(${name}).is_null()`),
    real: (name) => `pl.col(${name}).is_not_nan()`,
    text: (name, type) => (familyOf(type) === 'text' ? `pl.col(${name})` : `pl.lit(convert(${wideColumn('polars', name, type)}, lambda v: to_text(v), pl.String))`),
    among: (text, list) => `${text}.is_in(${list})`,
    lowered: (text) => `lower(${text})`,
    search: {
      contains: (text, value) => `${text}.str.contains(${value}, literal=True)`,
      starts: (text, value) => `${text}.str.starts_with(${value})`,
      ends: (text, value) => `${text}.str.ends_with(${value})`,
    },
    matches: (text, pattern, ignoreCase) => `${text}.str.contains(${pyString(`${ignoreCase ? '(?i)' : ''}${rustPattern(pattern)}`)})`,
  },
}

/** The series of a column; of single floats by their shortest text, which is how DuckDB writes them. */
export function wideColumn(frames: Frames, name: string, type: string): string {
  if (type !== 'FLOAT') return `df[${name}]`
  return frames === 'pandas' ? `df[${name}].astype(pd.ArrowDtype(pa.string())).astype("double[pyarrow]")` : `df[${name}].cast(pl.String).cast(pl.Float64)`
}

export interface Naming {
  readonly column: (id: string) => Column
  /** The Python string of a column's name in `df`. */
  readonly q: (id: string) => string
}

/** The mask over `df` that keeps the same rows as `predicateSql`: true or false in every row, never missing. */
export function predicatePython(frames: Frames, predicate: Predicate, naming: Naming): string {
  const of = (one: Predicate) => predicatePython(frames, one, naming)
  const say = words[frames]
  switch (predicate.kind) {
    case 'all': return predicate.of.length ? `(${predicate.of.map(of).join(' & ')})` : say.every
    case 'any': return predicate.of.length ? `(${predicate.of.map(of).join(' | ')})` : say.every
    case 'not': return `(~${of(predicate.of)})`
    case 'missing': return say.missing(naming.q(predicate.column), isFloat(naming.column(predicate.column)))
    case 'compare': return compared(frames, predicate.is, predicate.value, naming.q(predicate.column), naming.column(predicate.column))
    case 'between': {
      const [name, on] = [naming.q(predicate.column), naming.column(predicate.column)]
      return `(${compared(frames, '>=', predicate.from, name, on)} & ${compared(frames, predicate.open ? '<' : '<=', predicate.to, name, on)})`
    }
    case 'in': return among(say, predicate.values, naming.q(predicate.column), naming.column(predicate.column))
    case 'text': return say.decided(textMask(say, predicate, say.text(naming.q(predicate.column), naming.column(predicate.column).type)))
    default: return never(predicate)
  }
}

function among(say: Words, values: readonly Value[], name: string, on: Column): string {
  const list = values.map((value) => pyString(valueText(value, on))).join(', ')
  return list ? say.decided(say.among(say.text(name, on.type), `[${list}]`)) : say.none
}

function compared(frames: Frames, is: Extract<Predicate, { kind: 'compare' }>['is'], value: Value, name: string, on: Column): string {
  const say = words[frames]
  const constant = typed(frames, value, on)
  if (constant === undefined) return say.none
  const floating = isFloat(on)
  if (constant.includes('nan"')) return ['<', '<=', '!='].includes(is) ? `(~${say.missing(name, floating)})` : say.none
  const mask = `${say.column(name)} ${is === '=' ? '==' : is} ${constant}`
  return say.decided(floating && (is === '!=' || frames === 'polars') ? `(${mask}) & ${say.real(name)}` : mask)
}

function typed(frames: Frames, value: Value, { type }: Column): string | undefined {
  if (typeof value === 'number' && familyOf(type) === 'integer') return Number.isFinite(value) ? String(value) : `float("${value}")`
  if (typeof value === 'number' && familyOf(type) === 'decimal') return `decimal.Decimal("${value}")`
  if (typeof value === 'boolean' && !['boolean', 'text'].includes(familyOf(type))) return undefined
  const constant = pyConstant(value, type)
  return constant !== undefined && type === 'FLOAT' && frames === 'pandas' ? `np.float32(${constant})` : constant
}

function textMask(say: Words, { is, value, ignoreCase = false }: Extract<Predicate, { kind: 'text' }>, text: string): string {
  if (is === 'matches') return say.matches(text, value, ignoreCase)
  return ignoreCase ? say.search[is](say.lowered(text), pyString(lowerCase(value))) : say.search[is](text, pyString(value))
}

/** Letter by letter: no final sigma, one letter stays one. */
function lowerCase(text: string): string {
  return Array.from(text, (letter) => (letter === 'İ' ? 'i' : letter.toLowerCase())).join('')
}

function isFloat({ type }: Column): boolean {
  return familyOf(type) === 'number'
}
