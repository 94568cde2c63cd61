import { expect, test } from 'vitest'
import { countWords, endsOf, figureWords, percentWords, predicateWords, scopeWords, sortWords, timeWords } from './words.ts'

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

test('a small number keeps its size', () => {
  expect([1.23456789e-12, 0.00123456789, 0.5, -12345.678, 0].map((value) => figureWords(value, 4))).toEqual(['1.235e-12', '0.001235', '0.5', '-12,350', '0'])
  expect([1e-12, 0.000012, 0, 1234.5678].map(countWords)).toEqual(['1e-12', '0.000012', '0', '1,234.568'])
})

test('the ends of a column are short', () => {
  const head = { valid: 10, missing: 0, invalid: 0, bins: [], top: [], others: 0, distinct: 4, min: '-1116', max: '12345.6789', scope: { kind: 'exact' as const, rows: 10, of: 10 }, ms: 1 }
  expect(endsOf(head)).toEqual(['−1,116', '12,345.7'])
  expect(endsOf({ ...head, min: '-8.64844507e-13', max: '9223372036854775808' })).toEqual(['−8.64845e-13', '9.22e+18'])
  expect(endsOf({ ...head, min: '2001-01-01 00:01:00', max: null })).toEqual(['2001-01-01', ''])
  expect(endsOf({ ...head, top: [{ value: 'ORD', count: 5 }] })).toEqual(['ORD 50 %', '+3'])
})
