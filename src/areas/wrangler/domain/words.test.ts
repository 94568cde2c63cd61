import { expect, test } from 'vitest'
import { endsOf, percentWords, predicateWords, scopeWords, sortWords, timeWords } from './words.ts'

const name = (id: string) => ({ c0: 'delay', c1: 'origin' })[id] ?? id

test('filters read as words', () => {
  expect(predicateWords({ kind: 'any', of: [{ kind: 'compare', column: 'c0', is: '>=', value: 1800 }, { kind: 'all', of: [{ kind: 'missing', column: 'c1' }, { kind: 'not', of: { kind: 'missing', column: 'c0' } }] }] }, name))
    .toBe('delay ≥ 1,800 or (origin missing and delay not missing)')
  expect(predicateWords({ kind: 'in', column: 'c1', values: ['ORD', 'ATL', '', 'x'] }, name)).toBe('origin is ORD, ATL, “” or 1 more')
  expect(sortWords([{ column: 'c0', descending: true, nullsFirst: false }], name)).toBe('by delay ↓')
})

test('figures say what they rest on and how long they took', () => {
  expect([scopeWords({ kind: 'sample', rows: 100_000, of: null }), timeWords(1234), timeWords(0.2), percentWords(0.0194), percentWords(0.00001), percentWords(0.9996), percentWords(1)])
    .toEqual(['sample 100 k', '1.2 s', '1 ms', '1.9 %', '< 0.1 %', '> 99.9 %', '100 %'])
})

test('the ends of a column are short', () => {
  const head = { valid: 10, missing: 0, invalid: 0, bins: [], top: [], others: 0, distinct: 4, min: '-1116', max: '12345.6789', scope: { kind: 'exact' as const, rows: 10, of: 10 }, ms: 1 }
  expect(endsOf(head)).toEqual(['−1,116', '12,345.7'])
  expect(endsOf({ ...head, min: '2001-01-01 00:01:00', max: null })).toEqual(['2001-01-01', ''])
  expect(endsOf({ ...head, top: [{ value: 'ORD', count: 5 }] })).toEqual(['ORD 50 %', '+3'])
})
