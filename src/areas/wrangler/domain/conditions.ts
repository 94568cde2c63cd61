import { familyOf } from './columns.ts'
import type { Column } from './columns.ts'
import type { Predicate } from './predicate.ts'

/** The ways to ask one thing of a column, as one chooses them in a form. */
export const tests = ['=', '!=', '<', '<=', '>', '>=', 'between', 'in', 'contains', 'starts', 'ends', 'matches', 'missing', 'present'] as const
export type Test = (typeof tests)[number]

const words: Readonly<Record<Test, string>> = {
  '=': 'is', '!=': 'is not', '<': '<', '<=': '≤', '>': '>', '>=': '≥', between: 'between', in: 'is one of', contains: 'contains', starts: 'starts with', ends: 'ends with', matches: 'matches regex', missing: 'is missing', present: 'is not missing',
}

export function testWords(test: Test): string {
  return words[test]
}

/** The tests that mean something for a column's type. */
export function testsFor({ type }: Pick<Column, 'type'>): readonly Test[] {
  switch (familyOf(type)) {
    case 'text': return ['=', '!=', 'in', 'contains', 'starts', 'ends', 'matches', '<', '<=', '>', '>=', 'missing', 'present']
    case 'boolean': return ['=', '!=', 'missing', 'present']
    case 'nested': return ['contains', 'matches', 'missing', 'present']
    default: return ['=', '!=', '<', '<=', '>', '>=', 'between', 'in', 'missing', 'present']
  }
}

/** The test of a leaf; undefined for what joins or turns others round. */
export function testOf(predicate: Predicate): Test | undefined {
  switch (predicate.kind) {
    case 'compare': return predicate.is
    case 'text': return predicate.is
    case 'between': case 'in': case 'missing': return predicate.kind
    case 'not': return predicate.of.kind === 'missing' ? 'present' : undefined
    default: return undefined
  }
}

export function columnOf(predicate: Predicate): string | undefined {
  if (predicate.kind === 'all' || predicate.kind === 'any') return undefined
  return predicate.kind === 'not' ? (predicate.of.kind === 'missing' ? predicate.of.column : undefined) : predicate.column
}

/** A leaf for that column and test, keeping what was written where it still fits. */
export function conditionOf(column: Column, test: Test, before?: Predicate): Predicate {
  const [first = '', second = ''] = before ? valuesOf(before) : []
  const value = (text: string) => typedValue(column, text)
  switch (test) {
    case 'missing': return { kind: 'missing', column: column.id }
    case 'present': return { kind: 'not', of: { kind: 'missing', column: column.id } }
    case 'between': return { kind: 'between', column: column.id, from: bound(value(first)), to: bound(value(second === '' ? first : second)) }
    case 'in': return { kind: 'in', column: column.id, values: (before?.kind === 'in' ? before.values.map(String) : [first]).filter(Boolean).map(value) }
    case 'contains': case 'starts': case 'ends': case 'matches': return { kind: 'text', column: column.id, is: test, value: first, ...(before?.kind === 'text' && before.ignoreCase ? { ignoreCase: true } : {}) }
    default: return { kind: 'compare', column: column.id, is: test, value: value(first) }
  }
}

export function valuesOf(predicate: Predicate): readonly string[] {
  switch (predicate.kind) {
    case 'compare': case 'text': return [String(predicate.value)]
    case 'between': return [String(predicate.from), String(predicate.to)]
    case 'in': return predicate.values.map(String)
    default: return []
  }
}

/** What was typed, as the column's family takes it; a number that a double cannot hold stays text. */
export function typedValue({ type }: Pick<Column, 'type'>, text: string): string | number | boolean {
  const family = familyOf(type)
  if (family === 'boolean') return text === 'true'
  if (family !== 'integer' && family !== 'number' && family !== 'decimal') return text
  const number = Number(text)
  const exact = text.trim() !== '' && Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number))
  return exact ? number : text
}

function bound(value: string | number | boolean): string | number {
  return typeof value === 'boolean' ? String(value) : value
}
