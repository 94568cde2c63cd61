import type { Column } from '../column.ts'
import { attempt, FilterFault } from './condition.ts'
import type { Comparison, Condition, Operand, Parsed } from './condition.ts'
import { dayAfter, spanOf, timeOf } from './dates.ts'
import { fieldOf, isDuration, isNumeric, isTime } from './field.ts'
import type { Known } from './known.ts'
import { isWord, tokensOf, unquoted, wordsOf } from './tokens.ts'
import type { Token } from './tokens.ts'

interface At { readonly text: string; readonly tokens: readonly Token[]; readonly known: Known | undefined; next: number; depth: number }

const deepest = 100
const spelt: Readonly<Record<string, Comparison>> = { '=': '=', '==': '=', '!=': '!=', '<>': '!=', '<': '<', '<=': '<=', '>': '>', '>=': '>=' }

/**
 * MLflow's grammar with OR, NOT, parentheses, IN and null tests anywhere, numbers for params, dates, and summaries of metrics; words alone are looked for in the names of runs.
 * Undefined for an empty text: all runs. With `known`, a key that one family alone has may stand by itself.
 */
export function parseFilter(text: string, known?: Known): Parsed<Condition | undefined> {
  return attempt(() => {
    const at: At = { text, tokens: tokensOf(text), known, next: 0, depth: 0 }
    if (at.tokens.length === 0) return undefined
    const words = wordsOf(at.tokens)
    if (words) return { kind: 'all', of: words.map((word) => ({ kind: 'contains', column: { family: 'attributes', key: 'run_name' }, text: word })) }
    const condition = anyOf(at)
    const left = at.tokens[at.next]
    if (left) throw fault(at, left.kind === 'close' ? 'This parenthesis closes nothing.' : `AND or OR is missing before “${left.text}”.`)
    return condition
  })
}

function anyOf(at: At): Condition {
  const parts = [allOf(at)]
  while (took(at, 'OR')) parts.push(allOf(at))
  return parts.length === 1 ? (parts[0] ?? never()) : { kind: 'any', of: parts }
}

function allOf(at: At): Condition {
  const parts = [one(at)]
  while (took(at, 'AND')) parts.push(one(at))
  return parts.length === 1 ? (parts[0] ?? never()) : { kind: 'all', of: parts }
}

function one(at: At): Condition {
  if (++at.depth > deepest) throw fault(at, `It is nested deeper than ${deepest} levels.`)
  const condition = took(at, 'NOT') ? { kind: 'not' as const, of: one(at) } : inside(at)
  at.depth--
  return condition
}

function inside(at: At): Condition {
  const open = at.tokens[at.next]
  if (open?.kind !== 'open') return comparison(at)
  at.next++
  const condition = anyOf(at)
  if (at.tokens[at.next]?.kind !== 'close') throw new FilterFault('This parenthesis is not closed.', open.from, open.to)
  at.next++
  return condition
}

function comparison(at: At): Condition {
  const token = at.tokens[at.next]
  if (!token) throw fault(at, 'A condition is missing here, e.g. metrics.loss < 0.3.')
  if (token.kind !== 'name' || isWord(token, 'AND', 'OR', 'IN', 'IS', 'LIKE', 'ILIKE')) throw fault(at, `“${token.text}” cannot begin a condition. Begin with a column, e.g. metrics.loss or params.lr.`)
  const column = fieldOf(token, at.known)
  at.next++
  if (took(at, 'IS')) return isTest(at, column)
  const not = took(at, 'NOT')
  if (took(at, 'IN')) return { kind: 'in', column, values: listOf(at, column), not }
  const op = operatorAt(at, not)
  return compared(column, op, at)
}

function isTest(at: At, column: Column): Condition {
  const not = took(at, 'NOT')
  if (took(at, 'NULL')) return { kind: 'null', column, not }
  const is = took(at, 'NAN') ? 'nan' : took(at, 'FINITE') ? 'finite' : undefined
  if (!is) throw fault(at, 'After IS comes NULL, NAN or FINITE, or NOT and one of them.')
  return { kind: 'number', column, is, not }
}

function operatorAt(at: At, not: boolean): Comparison {
  const token = at.tokens[at.next]
  for (const word of ['LIKE', 'ILIKE'] as const) if (took(at, word)) return not ? `NOT ${word}` : word
  const op = token && spelt[token.text]
  if (not || !op) throw fault(at, not ? 'After NOT comes IN, LIKE or ILIKE.' : 'An operator is missing here: = != < <= > >= LIKE ILIKE IN, or IS NULL.')
  at.next++
  return op
}

function compared(column: Column, op: Comparison, at: At): Condition {
  const token = at.tokens[at.next]
  const value = valueAt(at, column)
  const here = { ...at, next: at.next - 1 }
  if (Number.isNaN(value)) return nanTest(column, op, here)
  if (op.endsWith('LIKE')) checkPattern(column, op, value, here)
  if ((op === '=' || op === '!=') && isTime(column) && token && at.tokens[at.next - 1] === token && isDay(token)) return onDay(column, Number(value), op)
  return { kind: 'compare', column, op, value }
}

function checkPattern(column: Column, op: Comparison, value: Operand, at: At): void {
  if (typeof value !== 'string') throw fault(at, `${op} compares text: write the pattern in single quotes, e.g. '%net%'.`)
  if (isNumeric(column)) throw fault(at, `${op} compares text, and ${column.key} is a number.`)
}

/** NaN equals nothing, itself neither: who writes `= NaN` means `IS NAN`. */
function nanTest(column: Column, op: Comparison, at: At): Condition {
  if (op !== '=' && op !== '!=') throw fault(at, 'NaN is neither less nor more than a number. Write IS NAN or IS NOT NAN.')
  return { kind: 'number', column, is: 'nan', not: op === '!=' }
}

function onDay(column: Column, day: number, op: '=' | '!='): Condition {
  const [from, to] = [{ kind: 'compare', column, op: op === '=' ? '>=' : '<', value: day }, { kind: 'compare', column, op: op === '=' ? '<' : '>=', value: dayAfter(day) }] as const
  return { kind: op === '=' ? 'all' : 'any', of: [from, to] }
}

/** A date without a time of day. */
function isDay(token: Token): boolean {
  return (token.kind === 'string' || token.kind === 'other') && /^\d{4}-\d{2}-\d{2}$/.test(unquoted(token).trim())
}

function listOf(at: At, column: Column): Operand[] {
  if (at.tokens[at.next]?.kind !== 'open') throw fault(at, "After IN comes a list in parentheses, e.g. IN ('adam', 'sgd').")
  at.next++
  const values = [valueAt(at, column)]
  while (at.tokens[at.next]?.kind === 'comma') {
    at.next++
    values.push(valueAt(at, column))
  }
  if (at.tokens[at.next]?.kind !== 'close') throw fault(at, 'The list after IN is not closed: a comma or “)” is missing.')
  at.next++
  return values
}

/** A number, a text in quotes, or one bare word; a text for a time is read as a date. */
function valueAt(at: At, column: Column): Operand {
  const token = at.tokens[at.next]
  if (!token || !mayBeValue(token, column)) throw fault(at, isNumeric(column) ? 'A number is missing here.' : "A value is missing here: a text in single quotes, e.g. 'adam', or a number.")
  if (isOpen(token)) throw fault(at, 'This text is not closed: its last quote is missing.')
  at.next++
  if (token.kind === 'number') return Number(token.text)
  const clock = token.kind === 'other' && isTime(column) ? clockAt(at) : ''
  const text = `${unquoted(token)}${clock}`
  return isNumeric(column) ? numberFrom(text, column, token) : text
}

function mayBeValue(token: Token, column: Column): boolean {
  if (isWord(token, 'AND', 'OR', 'NOT')) return false
  return ['number', 'string', 'quoted', 'name'].includes(token.kind) || (token.kind === 'other' && isNumeric(column))
}

function isOpen({ kind, text }: Token): boolean {
  return (kind === 'string' || kind === 'quoted') && (text.length < 2 || !text.endsWith(text[0] ?? ''))
}

/** The time of day behind a date that stands without quotes. */
function clockAt(at: At): string {
  const token = at.tokens[at.next]
  if (!token || !/^\d{1,2}:\d{2}(:\d{2})?$/.test(token.text)) return ''
  at.next++
  return ` ${token.text}`
}

function numberFrom(text: string, column: Column, { from, to }: Token): number {
  if (column.family === 'metrics' && /^[-+]?nan$/i.test(text)) return Number.NaN
  const value = isTime(column) ? timeOf(text) : isDuration(column) ? spanOf(text) : /^[-+]?inf(inity)?$/i.test(text) ? (text.startsWith('-') ? -1 : 1) * Number.MAX_VALUE : Number(text.trim() || 'none')
  if (Number.isNaN(value)) throw new FilterFault(isTime(column) ? `“${text}” is not a date. Write '2026-11-01' or '2026-11-01 14:30'.` : isDuration(column) ? `“${text}” is not a duration. Write 90s, 5m, 1h30m or milliseconds.` : `“${text}” is not a number, and ${column.family === 'metrics' ? `metrics.${column.key}` : column.key} is compared as one.`, from, to)
  return value
}

function took(at: At, word: string): boolean {
  const found = isWord(at.tokens[at.next], word)
  if (found) at.next++
  return found
}

function fault({ text, tokens, next }: At, message: string): FilterFault {
  const token = tokens[next]
  return new FilterFault(message, token?.from ?? text.length, token?.to ?? text.length)
}

function never(): never {
  throw new Error('A list of conditions is empty.')
}
