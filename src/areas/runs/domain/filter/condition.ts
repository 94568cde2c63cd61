import type { Column } from '../column.ts'

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE' | 'ILIKE' | 'NOT LIKE' | 'NOT ILIKE'
export type Operand = string | number

/** What a filter says, as data. A comparison, `IN` and `NOT IN` never match a run that lacks the key; `NOT (…)` matches whatever is inside it does not. */
export type Condition =
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'compare'; readonly column: Column; readonly op: Comparison; readonly value: Operand }
  /** The text stands somewhere in the value, in whatever case. */
  | { readonly kind: 'contains'; readonly column: Column; readonly text: string }
  | { readonly kind: 'in'; readonly column: Column; readonly values: readonly Operand[]; readonly not: boolean }
  | { readonly kind: 'null'; readonly column: Column; readonly not: boolean }
  /** Whether a number is NaN, or finite; like a comparison it never matches a run that lacks the key. */
  | { readonly kind: 'number'; readonly column: Column; readonly is: 'nan' | 'finite'; readonly not: boolean }

/** Where a filter cannot be read: `from` and `to` are places in its text. */
export interface Fault { readonly message: string; readonly from: number; readonly to: number }
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault }

export class FilterFault extends Error {
  readonly from: number
  readonly to: number
  constructor(message: string, from: number, to: number) {
    super(message)
    this.from = from
    this.to = to
  }
}

export function attempt<T>(read: () => T): Parsed<T> {
  try {
    return { ok: true, value: read() }
  } catch (error) {
    if (!(error instanceof FilterFault)) throw error
    return { ok: false, fault: { message: error.message, from: error.from, to: error.to } }
  }
}
