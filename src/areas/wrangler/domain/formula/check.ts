import { never } from '#lib/never.ts'
import { uniqueNames } from '../columns.ts'
import type { Column } from '../columns.ts'
import { FormulaProblem } from './ast.ts'
import type { Node } from './ast.ts'
import { callable, functionOf, signature } from './functions.ts'
import { asNumber, coercion, knownOnly } from './functions/coercions.ts'
import { daysApart, joined } from './functions/signs.ts'
import { nearest } from './nearest.ts'
import { parseFormula } from './parse.ts'
import { constant, kindNames, kindOf, wholeConstant } from './typed.ts'
import type { Arg, Fn, Kind, Typed } from './typed.ts'

/** The formula with every name found and every kind known, or a FormulaProblem. */
export function typedFormula(text: string, columns: readonly Column[]): Typed {
  const names = uniqueNames(columns)
  return typed(parseFormula(text), columns.map((column) => ({ ...column, name: names.get(column.id) ?? column.name })))
}

/** What is wrong with a formula and where, for the editor; nothing where it is sound. */
export function checkFormula(text: string, columns: readonly Column[]): { problem?: { message: string; from: number; to: number } } {
  try {
    typedFormula(text, columns)
    return {}
  } catch (error) {
    if (!(error instanceof FormulaProblem)) throw error
    return { problem: { message: error.message, from: error.at.from, to: Math.max(error.at.to, error.at.from) } }
  }
}

function typed(node: Node, columns: readonly Column[]): Typed {
  switch (node.node) {
    case 'literal': return { ...node, kind: literalKind(node.value) }
    case 'column': {
      const column = columnOf(node.name, columns)
      if (column) return { node: 'column', column, kind: kindOf(column), at: node.at }
      throw new FormulaProblem(unknown(node.name, columns), node.at)
    }
    case 'call': return called(node, node.args.map((arg) => typed(arg, columns)))
    default: return never(node)
  }
}

/** A call built without text; what does not fit is a FormulaProblem too. */
export function applied(name: string, args: readonly Typed[]): Typed {
  const at = { from: 0, to: 0 }
  return called({ node: 'call', name, nameAt: at, args: [], at }, args)
}

export function literalOf(value: string | number | bigint | boolean | null): Typed {
  return { node: 'literal', value, kind: literalKind(value), at: { from: 0, to: 0 } }
}

export function columnNode(column: Column): Typed {
  return { node: 'column', column, kind: kindOf(column), at: { from: 0, to: 0 } }
}

function literalKind(value: string | number | bigint | boolean | null): Kind {
  if (value === null) return 'null'
  if (typeof value === 'bigint') return 'integer'
  return typeof value === 'number' ? 'number' : typeof value === 'string' ? 'text' : 'boolean'
}

/** A name as written, else one that differs only in case, when only one does. */
function columnOf(name: string, columns: readonly Column[]): Column | undefined {
  const exact = columns.find((column) => column.name === name)
  if (exact) return exact
  const loose = columns.filter((column) => column.name.toLowerCase() === name.toLowerCase())
  return loose.length === 1 ? loose[0] : undefined
}

function unknown(name: string, columns: readonly Column[]): string {
  if (functionOf(name.toLowerCase()) && callable.some((fn) => fn.name === name.toLowerCase())) return `“${name}” is a function: write its values in brackets, ${signature(functionOf(name.toLowerCase()) ?? joined)}.`
  const near = nearest(name, columns.map((column) => column.name))
  return `There is no column “${name}”${near ? `; did you mean “${near}”?` : '. Names with spaces stand in [brackets], text in quotes.'}`
}

/** What people bring from SQL and spreadsheets; least and greatest of values in one row are functions here. */
const aggregates: ReadonlySet<string> = new Set(['sum', 'avg', 'mean', 'average', 'count', 'median', 'mode', 'stddev', 'std', 'stdev', 'var', 'variance', 'quantile', 'percentile', 'first', 'last', 'min', 'max', 'sumif', 'countif', 'averageif', 'count_distinct', 'nunique'])

function called(node: Extract<Node, { node: 'call' }>, args: readonly Typed[]): Typed {
  const fn = chosen(functionOf(node.name), args)
  if (!fn) {
    if (aggregates.has(node.name)) throw new FormulaProblem(`“${node.name}” takes many rows together, and a formula sees one row at a time: use the step “Group and aggregate”.`, node.nameAt)
    const near = nearest(node.name, callable.map(({ name }) => name))
    throw new FormulaProblem(`There is no function “${node.name}”${near ? `; did you mean “${near}”?` : '.'}`, node.nameAt)
  }
  countArgs(fn, args, node)
  const taken = args.map((arg, i) => (isConstant(specOf(fn, i)) ? checked(arg, specOf(fn, i), fn) : taking(arg, specOf(fn, i), fn)))
  const group = taken.flatMap((arg, i) => (['same', 'numbers'].includes(specOf(fn, i)?.is ?? '') ? [arg] : []))
  const common = group.length ? commonKind(group, fn) : undefined
  const final = taken.map((arg, i) => finished(arg, specOf(fn, i), common))
  return { node: 'call', fn, args: final, kind: resultOf(fn, final, common), at: node.at }
}

/** `+` joins texts, `-` counts the days between dates. */
function chosen(fn: Fn | undefined, args: readonly Typed[]): Fn | undefined {
  if (fn?.name === '+' && args.some(({ kind }) => kind === 'text')) return joined
  if (fn?.name === '-' && args.some(({ kind }) => kind === 'date') && args.every((arg) => dateLiteral(arg).kind === 'date')) return daysApart
  return fn
}

function specOf({ args, rest }: Fn, i: number): Arg | undefined {
  return args[i] ?? (rest ? args.at(-1) : undefined)
}

function isConstant(spec: Arg | undefined): boolean {
  return spec?.constant === true
}

function countArgs(fn: Fn, args: readonly Typed[], { at }: Node): void {
  const least = fn.name === 'in' || fn.name === 'concat' || fn.rest ? 1 : fn.args.filter(({ optional }) => !optional).length
  if (args.length < least || (!fn.rest && args.length > fn.args.length)) throw new FormulaProblem(`${signature(fn)} takes ${fn.args.length === least ? least : `${least} to ${fn.args.length}`} ${fn.args.length === 1 ? 'value' : 'values'}, not ${args.length}.`, at)
}

function checked(arg: Typed, spec: Arg | undefined, fn: Fn): Typed {
  if (!spec) return arg
  const value = spec.is === 'integer' ? wholeConstant(arg) : arg.node === 'literal' && arg.kind === 'text' ? constant(arg) : undefined
  if (value === undefined) throw new FormulaProblem(`The ${spec.name} of ${fn.name} is ${spec.is === 'integer' ? 'a whole number' : 'a text in quotes'}, written out.`, arg.at)
  if (spec.oneOf && !spec.oneOf.includes(String(value).toLowerCase())) throw new FormulaProblem(`The ${spec.name} of ${fn.name} is one of ${spec.oneOf.join(', ')}.`, arg.at)
  const problem = spec.check?.(value)
  if (problem) throw new FormulaProblem(problem, arg.at)
  return arg
}

const accepts: Readonly<Record<Arg['is'], { kinds: readonly Kind[]; name: string }>> = {
  numeric: { kinds: ['integer', 'number', 'null'], name: 'a number' },
  number: { kinds: ['integer', 'number', 'null'], name: 'a number' },
  numbers: { kinds: ['integer', 'number', 'null'], name: 'a number' },
  integer: { kinds: ['integer'], name: 'a whole number' },
  text: { kinds: ['text', 'null'], name: 'text' },
  boolean: { kinds: ['boolean', 'null'], name: 'true or false' },
  moment: { kinds: ['date', 'timestamp', 'null'], name: 'a date or timestamp' },
  same: { kinds: ['integer', 'number', 'text', 'boolean', 'date', 'timestamp', 'null'], name: 'a value' },
  any: { kinds: ['integer', 'number', 'text', 'boolean', 'date', 'timestamp', 'null', 'other'], name: 'a value' },
}

function taking(arg: Typed, spec: Arg | undefined, fn: Fn): Typed {
  if (!spec) return arg
  const written = spec.is === 'moment' ? dateLiteral(arg) : arg
  const wanted = accepts[spec.is]
  if (!wanted.kinds.includes(written.kind)) throw new FormulaProblem(misfit(written, wanted.name, fn), written.at)
  return written
}

function misfit({ kind }: Typed, wanted: string, fn: Fn): string {
  if (['+', '-'].includes(fn.name) && (kind === 'date' || kind === 'timestamp')) return `Moments are not added or subtracted: use date_diff('day', from, to).`
  const help = wanted === 'a number' && kind === 'text' ? ' Make it one with to_number(…).'
    : wanted === 'text' && kind !== 'other' ? ' Make it text with to_text(…).'
      : wanted.startsWith('a date') && kind === 'text' ? ' Make it one with to_date(…).' : ''
  return `“${fn.name === 'negate' ? '-' : fn.name}” needs ${wanted} here, and this is ${kindNames[kind]}.${help}`
}

function commonKind(group: readonly Typed[], fn: Fn): Kind {
  const kinds = new Set(group.map(({ kind }) => kind).filter((kind) => kind !== 'null'))
  const computed = new Set(group.filter((arg) => !(arg.node === 'literal' && arg.kind === 'text')).map(({ kind }) => kind).filter((kind) => kind !== 'null'))
  const dates = [...computed].every((kind) => kind === 'date' || kind === 'timestamp')
  if (computed.size && dates) return dateKind(group.map(dateLiteral), fn)
  const [first = 'null', second] = kinds
  if (second === undefined) return first
  if ([...kinds].every((kind) => kind === 'integer' || kind === 'number')) return 'number'
  const odd = group.find(({ kind }) => kind !== 'null' && kind !== first)
  throw new FormulaProblem(`“${fn.name}” mixes ${kindNames[first]} and ${kindNames[odd?.kind ?? second]}: both sides must be of one kind.`, odd?.at ?? { from: 0, to: 0 })
}

function dateKind(group: readonly Typed[], fn: Fn): Kind {
  const odd = group.find(({ kind }) => kind === 'text')
  if (odd) throw new FormulaProblem(`“${fn.name}” compares with a date here: write it as '2024-12-31' or '2024-12-31 23:59:59'.`, odd.at)
  return group.some(({ kind }) => kind === 'timestamp') ? 'timestamp' : 'date'
}

/** A text that shows a date, as one. */
function dateLiteral(arg: Typed): Typed {
  if (arg.node !== 'literal' || typeof arg.value !== 'string' || Number.isNaN(Date.parse(`${arg.value.slice(0, 10)}T00:00:00Z`))) return arg
  if (/^\d{4}-\d\d-\d\d$/.test(arg.value) && realDay(arg.value)) return { ...arg, kind: 'date' }
  if (/^\d{4}-\d\d-\d\d[ T]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?$/.test(arg.value) && realDay(arg.value)) return { ...arg, kind: 'timestamp', value: arg.value.replace('T', ' ') }
  return arg
}

function realDay(text: string): boolean {
  const day = text.slice(0, 10)
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)
}

function finished(arg: Typed, spec: Arg | undefined, common: Kind | undefined): Typed {
  const wanted = spec && !spec.constant ? wantedKind(spec, common) : undefined
  const as = wanted === undefined ? arg : coerced(wanted === 'date' || wanted === 'timestamp' ? dateLiteral(arg) : arg, wanted)
  return spec?.known && as.kind === 'number' && as.node !== 'literal' ? { node: 'call', fn: knownOnly, args: [as], kind: 'number', at: as.at } : as
}

function wantedKind({ is }: Arg, common: Kind | undefined): Kind | undefined {
  switch (is) {
    case 'same': case 'numbers': return common
    case 'moment': return 'timestamp'
    case 'number': case 'text': case 'boolean': return is
    case 'numeric': case 'integer': case 'any': return undefined
    default: return never(is)
  }
}

export function coerced(arg: Typed, to: Kind): Typed {
  if (arg.kind === to) return arg
  if (arg.node === 'literal' && (arg.value === null || to === 'timestamp')) return { ...arg, kind: to }
  if (arg.node === 'literal' && to === 'number') return { ...arg, value: Number(arg.value), kind: to }
  const fn = coercion(arg.kind, to)
  return fn ? { node: 'call', fn, args: [arg], kind: fn === asNumber ? 'number' : 'timestamp', at: arg.at } : arg
}

function resultOf({ result, args }: Fn, final: readonly Typed[], common: Kind | undefined): Kind {
  if (result !== 'same') return typeof result === 'function' ? result(final) : result
  if (common !== undefined) return common
  return final.find((_, i) => args[i]?.is === 'numeric')?.kind ?? 'text'
}
