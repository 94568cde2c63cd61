import { never } from '#lib/never.ts'
import type { Column } from '../columns.ts'
import { familyOf } from '../columns.ts'
import type { Span } from './ast.ts'

/** A formula computes in six kinds; `null` is the bare word, `other` what it can only test for being missing. */
export type Kind = 'integer' | 'number' | 'text' | 'boolean' | 'date' | 'timestamp' | 'null' | 'other'

export type Typed =
  | { readonly node: 'column'; readonly column: Column; readonly kind: Kind; readonly at: Span }
  | { readonly node: 'literal'; readonly value: string | number | bigint | boolean | null; readonly kind: Kind; readonly at: Span }
  | { readonly node: 'call'; readonly fn: Fn; readonly args: readonly Typed[]; readonly kind: Kind; readonly at: Span }

export interface Arg {
  /** `same`: all args so marked take one common kind. `moment`: a date or timestamp, taken as a timestamp. `numeric` stays whole where it is whole. */
  readonly is: 'numeric' | 'number' | 'integer' | 'text' | 'boolean' | 'moment' | 'any' | 'same' | 'numbers'
  readonly name: string
  /** Must be written out, not computed; with `oneOf`, one of those words. */
  readonly constant?: boolean
  readonly oneOf?: readonly string[]
  readonly optional?: boolean
  /** NaN counts as missing. */
  readonly known?: boolean
  /** What is wrong with a constant. */
  readonly check?: (value: string | number) => string | undefined
}

type Print = (args: readonly string[], nodes: readonly Typed[]) => string

export interface Fn {
  readonly name: string
  /** Operators are written between their values, not called. */
  readonly operator?: boolean
  readonly about: string
  readonly args: readonly Arg[]
  /** The last arg may be repeated. */
  readonly rest?: boolean
  readonly result: Kind | 'same' | ((nodes: readonly Typed[]) => Kind)
  readonly sql: Print
  readonly pandas: Print
  readonly polars: Print
}

export const kindNames: Readonly<Record<Kind, string>> = {
  integer: 'a whole number', number: 'a number', text: 'text', boolean: 'true or false', date: 'a date', timestamp: 'a timestamp', null: 'null', other: 'a value of another type',
}

export const sqlTypes: Readonly<Record<Kind, string>> = {
  integer: 'BIGINT', number: 'DOUBLE', text: 'VARCHAR', boolean: 'BOOLEAN', date: 'DATE', timestamp: 'TIMESTAMP', null: 'VARCHAR', other: 'VARCHAR',
}

export function kindOf({ type }: Pick<Column, 'type'>): Kind {
  const family = familyOf(type)
  switch (family) {
    case 'integer': return /^(HUGE|UHUGE|UBIG)INT$/.test(type) ? 'number' : 'integer'
    case 'decimal': return 'number'
    case 'number': case 'text': case 'boolean': case 'date': case 'timestamp': return family
    case 'nested': case 'time': case 'other': return 'other'
    default: return never(family)
  }
}

/** The value of a constant arg as text; checked before anything is printed. */
export function constant(node: Typed | undefined): string {
  return node?.node === 'literal' && node.value !== null ? String(node.value) : ''
}

export function wholeConstant(node: Typed | undefined): number | undefined {
  if (node?.node === 'literal' && typeof node.value === 'bigint') return Number(node.value)
  if (node?.node === 'call' && node.fn.name === 'negate') {
    const inner = wholeConstant(node.args[0])
    return inner === undefined ? undefined : -inner
  }
  return undefined
}
