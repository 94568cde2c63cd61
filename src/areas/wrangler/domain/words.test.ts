import { expect, test } from 'vitest'
import { percentWords, predicateWords, scopeWords, sortWords, timeWords } from './words.ts'

const name = (id: string) => ({ c0: 'delay', c1: 'origin' })[id] ?? id

test('filters read as words', () => {
  expect(predicateWords({ kind: 'any', of: [{ kind: 'compare', column: 'c0', is: '>=', value: 1800 }, { kind: 'all', of: [{ kind: 'missing', column: 'c1' }, { kind: 'not', of: { kind: 'missing', column: 'c0' } }] }] }, name))
    .toBe('delay ≥ 1,800 or (origin missing and delay not missing)')
  expect(predicateWords({ kind: 'in', column: 'c1', values: ['ORD', 'ATL', '', 'x'] }, name)).toBe('origin is ORD, ATL, “” or 1 more')
  expect(sortWords([{ column: 'c0', descending: true, nullsFirst: false }], name)).toBe('by delay ↓')
})

test('figures say what they rest on and how long they took', () => {
  expect([scopeWords({ kind: 'sample', rows: 100_000, of: null }), timeWords(1234), timeWords(0.2), percentWords(0.0194), percentWords(0.00001), percentWords(1)])
    .toEqual(['sample 100 k', '1.2 s', '1 ms', '1.9 %', '< 0.1 %', '100 %'])
})
