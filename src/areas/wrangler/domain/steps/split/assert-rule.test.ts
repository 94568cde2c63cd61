import { expect, test } from 'vitest'
import { openEngine } from '#node/duckdb/engine.ts'
import { expectSameInPython, runSteps } from '../../../server/run-steps.test.util.ts'
import { chainSql } from '../../to-sql.ts'

const source = `FROM (VALUES (1, 'a', 0.5::DOUBLE), (1, NULL, 'NaN'::DOUBLE), (2, 'b b', 9), (NULL, '', 'inf'::DOUBLE), (NULL, 'a', NULL)) t(n, s, x)`

async function broken(params: Record<string, unknown>) {
  const { stages, ...rest } = await runSteps({ source, steps: [{ op: 'assertRule', params }] })
  expect(rest.problems).toEqual([])
  const change = stages[0]?.change
  if (change?.kind !== 'check') throw new Error('not a check')
  const engine = await openEngine()
  const base = `SELECT (row_number() OVER ()) - 1 AS _rid, * FROM (${source}) t(c0, c1, c2)`
  const { rows } = await engine.read({ text: chainSql({ base, stages, query: `SELECT list(_rid::INTEGER ORDER BY _rid) FILTER (WHERE ${change.fails}) FROM prev` }) })
  engine.close()
  return rows[0]?.[0]
}

test('a rule finds exactly the rows that break it', async () => {
  expect(await broken({ rule: 'notMissing', columns: ['c2', 'c1'] })).toEqual([1, 4])
  expect(await broken({ rule: 'unique', columns: ['c0'] })).toEqual([0, 1, 3, 4])
  expect(await broken({ rule: 'unique', columns: ['c0', 'c1'] })).toEqual(null)
  expect(await broken({ rule: 'range', columns: ['c2'], from: 0, to: 8 })).toEqual([2, 3])
  expect(await broken({ rule: 'match', columns: ['c1'], pattern: '^\\w$' })).toEqual([2, 3])
  expect(await broken({ rule: 'set', columns: ['c1'], values: ['a', ''] })).toEqual([2])
  const isOne = { kind: 'compare', column: 'c0', is: '=', value: 1 }
  expect(await broken({ rule: 'implies', given: isOne, expected: { kind: 'not', of: { kind: 'missing', column: 'c1' } } })).toEqual([1])
})

test('a broken rule that only warns lets the script go on', async () => {
  for (const params of [
    { rule: 'unique', columns: ['c0'] }, { rule: 'range', columns: ['c2'], to: 8 }, { rule: 'match', columns: ['c1'], pattern: 'a' }, { rule: 'set', columns: ['c1'], values: ['a'] },
    { rule: 'implies', given: { kind: 'compare', column: 'c0', is: '=', value: 1 }, expected: { kind: 'text', column: 'c1', is: 'contains', value: 'a' } },
  ]) await expectSameInPython({ source, steps: [{ op: 'assertRule', params }] })
})

test('a broken rule that blocks stops the script', async () => {
  const trial = { source, steps: [{ op: 'assertRule', params: { rule: 'notMissing', columns: ['c0'], severity: 'block' } }] }
  await expect(expectSameInPython(trial)).rejects.toThrow('2 rows break the rule: n not missing')
})
