import { expect, test } from 'vitest'
import { catalogue } from '../catalogue.ts'
import { fieldsOf, initialParams } from './fields.ts'
import { firstToFill } from './first-to-fill.ts'

function beginsAt(op: string, known?: Readonly<Record<string, unknown>>): string | undefined {
  const params = catalogue.get(op)?.params
  return params && firstToFill(fieldsOf(params), initialParams(params, known))
}

test('a new form begins at the first field that must be filled, never at one that may stay empty', () => {
  expect(['formula', 'customSql', 'join', 'sort', 'filter', 'rename'].map((op) => beginsAt(op))).toEqual(['formula', 'sql', 'dataset', 'keys', 'predicate', 'column'])
  expect(beginsAt('rename', { column: 'c0' })).toBe('name')
  expect(['split', 'limit', 'dedupe'].map((op) => beginsAt(op))).toEqual([undefined, undefined, undefined])
})
