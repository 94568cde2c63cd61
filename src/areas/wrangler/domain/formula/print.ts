import { never } from '#lib/never.ts'
import { literal } from '#lib/sql.ts'
import type { Column } from '../columns.ts'
import { pyString } from '../code/values.ts'
import { sqlTypes } from './typed.ts'
import type { Kind, Typed } from './typed.ts'

/** The formula in SQL, its columns by id. */
export function formulaSql(node: Typed): string {
  switch (node.node) {
    case 'column': return exact(node.column) ? node.column.id : `CAST(${node.column.id} AS ${sqlTypes[node.kind]})`
    case 'literal': return sqlLiteral(node)
    case 'call': {
      const free = node.args.every((arg) => arg.node === 'literal')
      const args = node.args.map((arg, i) => (free && arg.node === 'literal' && !node.fn.args[i]?.constant ? `CAST(${formulaSql(arg)} AS ${sqlTypes[arg.kind]})` : formulaSql(arg)))
      return node.fn.sql(args, node.args)
    }
    default: return never(node)
  }
}

/** Types that a formula takes as they are; others are brought to one of these first. */
function exact({ type }: Column): boolean {
  return ['BIGINT', 'DOUBLE', 'VARCHAR', 'BOOLEAN', 'DATE', 'TIMESTAMP'].includes(type) || other(type)
}

function other(type: string): boolean {
  return !/INT|DOUBLE|FLOAT|DECIMAL|VARCHAR|ENUM|UUID|BOOL|DATE|TIMESTAMP/.test(type) || /[[(]\]?|STRUCT|MAP/.test(type.replace(/^(DECIMAL|ENUM)\(.*\)$/, ''))
}

function sqlLiteral({ value, kind }: Extract<Typed, { node: 'literal' }>): string {
  if (value === null) return `CAST(NULL AS ${sqlTypes[kind]})`
  if (kind === 'date') return `DATE ${literal(value)}`
  if (kind === 'timestamp') return `TIMESTAMP ${literal(value)}`
  if (typeof value !== 'number') return literal(value)
  return Number.isFinite(value) ? `${value}${String(value).includes('e') ? '' : 'e0'}` : literal(value)
}

interface Language {
  readonly column: (name: string, kind: Kind) => string
  readonly literal: (node: Extract<Typed, { node: 'literal' }>) => string
  /** A literal where a whole column is needed. */
  readonly spread: (code: string, kind: Kind) => string
  readonly print: 'pandas' | 'polars'
}

/** The formula in pandas; `q` quotes a column's name in the frame. */
export function formulaPandas(node: Typed, q: (id: string) => string): string {
  return unwrapped(python(node, q, pandas))
}

export function formulaPolars(node: Typed, q: (id: string) => string): string {
  return unwrapped(python(node, q, polars))
}

function python(node: Typed, q: (id: string) => string, language: Language, whole = true): string {
  switch (node.node) {
    case 'column': return language.column(q(node.column.id), exact(node.column) ? 'null' : node.kind)
    case 'literal': return whole || node.value === null ? language.spread(language.literal(node), node.kind) : language.literal(node)
    case 'call': {
      const free = node.args.every((arg, i) => arg.node === 'literal' || node.fn.args[i]?.constant)
      const args = node.args.map((arg, i) => python(arg, q, language, free && !node.fn.args[i]?.constant))
      return node.fn[language.print](args, node.args)
    }
    default: return never(node)
  }
}

/** Without the brackets around the whole. */
function unwrapped(code: string): string {
  if (!code.startsWith('(') || !code.endsWith(')')) return code
  let depth = 0
  for (let i = 0; i < code.length - 1; i++) {
    const sign = code[i]
    if (sign === '"') i = endOfString(code, i)
    else if (sign === '(') depth++
    else if (sign === ')') depth--
    if (depth === 0) return code
  }
  return code.slice(1, -1)
}

function endOfString(code: string, start: number): number {
  for (let i = start + 1; i < code.length; i++) {
    if (code[i] === '\\') i++
    else if (code[i] === '"') return i
  }
  return code.length
}

export const arrowTypes: Readonly<Record<Kind, string>> = {
  integer: 'pa.int64()', number: 'pa.float64()', text: 'pa.string()', boolean: 'pa.bool_()', date: 'pa.date32()', timestamp: 'pa.timestamp("us")', null: 'pa.string()', other: 'pa.string()',
}
export const polarsTypes: Readonly<Record<Kind, string>> = {
  integer: 'pl.Int64', number: 'pl.Float64', text: 'pl.String', boolean: 'pl.Boolean', date: 'pl.Date', timestamp: 'pl.Datetime("us")', null: 'pl.String', other: 'pl.String',
}

const pandas: Language = {
  column: (name, kind) => (kind === 'null' || kind === 'other' ? `df[${name}]` : `arrow(pc.cast, df[${name}], target_type=${arrowTypes[kind]}${kind === 'timestamp' ? ', safe=False' : ''})`),
  literal: pythonLiteral,
  spread: (code, kind) => `const(df, ${code}, ${arrowTypes[kind]})`,
  print: 'pandas',
}

const polars: Language = {
  column: (name, kind) => (kind === 'null' || kind === 'other' ? `pl.col(${name})` : `pl.col(${name}).cast(${polarsTypes[kind]})`),
  literal: (node) => (['text', 'date', 'timestamp'].includes(node.kind) && node.value !== null ? `pl.lit(${pythonLiteral(node)})` : pythonLiteral(node)),
  spread: (code, kind) => `pl.lit(${code.startsWith('pl.lit(') ? code.slice(7, -1) : code}, dtype=${polarsTypes[kind]})`,
  print: 'polars',
}

function pythonLiteral({ value, kind }: Extract<Typed, { node: 'literal' }>): string {
  if (value === null) return 'None'
  if (kind === 'date' || kind === 'timestamp') {
    const [year, month, day, hour, minute, second, micro] = String(value).split(/[-: .]/)
    const numbers = [year, month, day, hour, minute, second, micro?.padEnd(6, '0')].filter((part) => part !== undefined).map(Number)
    return kind === 'date' ? `datetime.date(${numbers.slice(0, 3).join(', ')})` : `datetime.datetime(${numbers.join(', ')})`
  }
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value === 'string') return pyString(value)
  return typeof value === 'number' && Number.isInteger(value) && !String(value).includes('e') ? `${value}.0` : String(value)
}
