import { never } from '#lib/never.ts'
import type { Column } from '../column.ts'
import type { Comparison, Condition, Operand } from './condition.ts'
import { like } from './like.ts'

/** What a run has in a column: several where a run may have several (data sets); undefined where it has none. */
export type Cell = string | number | undefined | readonly string[]
/** Gives, for a column, how to read it by row. */
export type Cells = (column: Column) => (row: number) => Cell

/** Whether a row meets a condition; what can be made ready once is made ready once. */
export function matcherOf(condition: Condition, cells: Cells): (row: number) => boolean {
  switch (condition.kind) {
    case 'all': {
      const parts = condition.of.map((part) => matcherOf(part, cells))
      return (row) => parts.every((part) => part(row))
    }
    case 'any': {
      const parts = condition.of.map((part) => matcherOf(part, cells))
      return (row) => parts.some((part) => part(row))
    }
    case 'not': {
      const part = matcherOf(condition.of, cells)
      return (row) => !part(row)
    }
    case 'null': {
      const cell = cells(condition.column)
      return (row) => isMissing(cell(row)) !== condition.not
    }
    case 'contains': {
      const wanted = condition.text.toLowerCase()
      return tested(cells(condition.column), (one) => String(one).toLowerCase().includes(wanted))
    }
    case 'number': {
      const test = numberTests[condition.is]
      return tested(cells(condition.column), (one) => {
        const number = anyNumber(one)
        return number !== undefined && test(number) !== condition.not
      })
    }
    case 'in': {
      const same = condition.values.map((value) => testOf('=', value))
      return tested(cells(condition.column), (one) => same.some((test) => test(one)) !== condition.not)
    }
    case 'compare':
      return tested(cells(condition.column), testOf(condition.op, condition.value))
    default:
      return never(condition)
  }
}

function isMissing(cell: Cell): boolean {
  return cell === undefined || (typeof cell === 'object' && cell.length === 0)
}

function tested(cell: (row: number) => Cell, test: (value: string | number) => boolean): (row: number) => boolean {
  return (row) => {
    const value = cell(row)
    if (value === undefined) return false
    return typeof value === 'object' ? value.some(test) : test(value)
  }
}

/** A number asks for a number: text that is none never meets it. */
function testOf(op: Comparison, wanted: Operand): (value: string | number) => boolean {
  if (typeof wanted === 'number') {
    const compare = numbers[op]
    return (value) => {
      const number = typeof value === 'number' ? value : numberIn(value)
      return number !== undefined && compare(number, wanted)
    }
  }
  const compare = texts[op](wanted)
  return (value) => compare(String(value))
}

export function numberIn(text: string): number | undefined {
  const number = text.trim() === '' ? Number.NaN : Number(text)
  return Number.isNaN(number) ? undefined : number
}

/** A number as it was logged: NaN is one; an infinity is kept as the greatest double. */
function anyNumber(value: string | number): number | undefined {
  if (typeof value === 'number') return value
  return /^\s*[-+]?nan\s*$/i.test(value) ? Number.NaN : numberIn(value.replace(/^(\s*[-+]?)inf(inity)?\s*$/i, '$1Infinity'))
}

const numberTests = { nan: Number.isNaN, finite: (number: number) => Math.abs(number) < Number.MAX_VALUE } as const
const no = () => false
const numbers: Record<Comparison, (a: number, b: number) => boolean> = {
  '=': (a, b) => a === b || (Number.isNaN(b) && Number.isNaN(a)), '!=': (a, b) => a !== b, '<': (a, b) => a < b, '<=': (a, b) => a <= b, '>': (a, b) => a > b, '>=': (a, b) => a >= b,
  LIKE: no, ILIKE: no, 'NOT LIKE': no, 'NOT ILIKE': no,
}

const texts: Record<Comparison, (wanted: string) => (value: string) => boolean> = {
  '=': (wanted) => (value) => value === wanted, '!=': (wanted) => (value) => value !== wanted,
  '<': (wanted) => (value) => value < wanted, '<=': (wanted) => (value) => value <= wanted, '>': (wanted) => (value) => value > wanted, '>=': (wanted) => (value) => value >= wanted,
  LIKE: (wanted) => like(wanted), ILIKE: (wanted) => insensitive(wanted, true),
  'NOT LIKE': (wanted) => { const test = like(wanted); return (value) => !test(value) },
  'NOT ILIKE': (wanted) => insensitive(wanted, false),
}

function insensitive(wanted: string, meets: boolean): (value: string) => boolean {
  const test = like(wanted.toLowerCase())
  return (value) => test(value.toLowerCase()) === meets
}
