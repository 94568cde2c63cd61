import { expect, test } from 'vitest'
import { conditionOf, testOf, testsFor, typedValue } from './conditions.ts'

const delay = { id: 'c0', name: 'delay', type: 'BIGINT' }
const city = { id: 'c1', name: 'city', type: 'VARCHAR' }

test('what was written stays when the test changes', () => {
  const atLeast = conditionOf(delay, '>=', { kind: 'compare', column: 'c0', is: '<', value: 15 })
  expect(atLeast).toEqual({ kind: 'compare', column: 'c0', is: '>=', value: 15 })
  expect(conditionOf(delay, 'between', atLeast)).toEqual({ kind: 'between', column: 'c0', from: 15, to: 15 })
  expect(conditionOf(city, 'present')).toEqual({ kind: 'not', of: { kind: 'missing', column: 'c1' } })
})

test('every test of a column is found again in its condition', () => {
  for (const column of [delay, city]) expect(testsFor(column).map((one) => testOf(conditionOf(column, one)))).toEqual(testsFor(column))
})

test('a whole number past 2^53 stays text, so that no digit is lost', () => {
  expect([typedValue(delay, '9007199254740993'), typedValue(delay, '1.5'), typedValue(city, '15'), typedValue(delay, '')]).toEqual(['9007199254740993', 1.5, '15', ''])
})
