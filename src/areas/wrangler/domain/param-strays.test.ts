import { expect, test } from 'vitest'
import { catalogue } from './catalogue.ts'
import { initialParams } from './form/fields.ts'
import { RecipeProblem } from './step-kind.ts'

function problemOf(op: string, params: Record<string, unknown>) {
  try {
    catalogue.get(op)?.says(params, (id) => id)
    return undefined
  } catch (error) {
    if (error instanceof RecipeProblem) return { message: error.message, where: error.where }
    throw error
  }
}

test('a setting that a step does not have is a problem that names those it has', () => {
  expect(problemOf('dedupe', { keys: ['c0'] })).toEqual({ message: 'Remove duplicates has no setting “keys”; it has columns, keep.', where: 'keys' })
  expect(problemOf('limit', { rows: 0 })).toEqual({ message: 'Limit rows has no setting “rows”; it has count, skip.', where: 'rows' })
})

test('inside a list it is found at its place', () => {
  expect(problemOf('group', { keys: ['c0'], aggregations: [{ agg: 'rows' }, { agg: 'sum', col: 'c1' }] })).toEqual({ message: 'Group and aggregate has no setting “col” in aggregations › 2; it has column, agg, name.', where: 'aggregations.1.col' })
  expect(problemOf('filter', { predicate: { kind: 'all', of: [{ kind: 'missing', column: 'c0', ignoreCase: true }] } })?.message).toMatch(/^Filter rows has no setting “ignoreCase” in predicate › of › 1; it has kind, of, column, /)
})

test('what the forms write is known to every step', () => {
  const strange = [...catalogue.values()].flatMap(({ op, params }) => {
    const problem = problemOf(op, initialParams(params))
    return problem?.message.includes('has no setting') ? [problem] : []
  })
  expect([strange, catalogue.size > 40]).toEqual([[], true])
})

test('params of an earlier version are read, and say the same', () => {
  expect(problemOf('changeType', { column: 'c0', type: 'BIGINT' })).toBe(undefined)
  expect(catalogue.get('parseDate')?.says({ column: 'c0' }, (id) => id)).toBe(catalogue.get('parseDate')?.says({ columns: ['c0'] }, (id) => id))
  expect(problemOf('changeType', { column: 'c0', columns: ['c1'], type: 'BIGINT' })?.message).toBe('Change type has no setting “column”; it has columns, type, width, scale, format, onError.')
})
