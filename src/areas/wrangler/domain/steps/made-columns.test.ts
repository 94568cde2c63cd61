import { expect, test } from 'vitest'
import { expectSameInPython, runSteps } from '../../server/run-steps.test.util.ts'
import { withDraft } from '../draft.ts'
import { madeKeys } from '../made-keys.ts'

const source = `FROM (VALUES (DATE '2024-01-02', 'a', 1.0::DOUBLE), (DATE '2024-02-03', 'b', 2.0), (DATE '2025-02-03', 'a', 4.0)) t(day, state, x)`

test('keys are what the columns are, in letters of an id, each once, and do not depend on their places', () => {
  const keys = madeKeys(['rows', 'Été', 'rows', 'rows_2', 'A', 'a'])
  expect(keys).toEqual(['rows', expect.stringMatching(/^_[a-z0-9]+$/), 'rows_2', 'rows_2_2', expect.stringMatching(/^_[a-z0-9]+$/), 'a'])
  expect(madeKeys(['Été'])[0]).toBe(keys[1])
  // A test vector of 64-bit FNV-1a (draft-eastlake-fnv, test_fnv.c): 46810940eff5f915.
  expect(madeKeys(['chongo was here!\n'])).toEqual([`_${0x46810940eff5f915n.toString(36)}`])
})

test('behind a SELECT, steps keep hold of their columns when one before them is turned off, and say which is gone', async () => {
  const parts = (enabled: boolean) => ({ op: 'dateParts', params: { column: 'c0', parts: ['year', 'month'], cyclic: [] }, enabled })
  const steps = (enabled: boolean) => [parts(enabled), { op: 'customSql', params: { sql: 'SELECT *, x * 2 AS twice FROM prev ORDER BY x' } }, { op: 'group', params: { keys: ['c1'], aggregations: [{ column: 's2_twice', agg: 'sum', name: '' }] } }]
  const on = await runSteps({ source, steps: steps(true) })
  const off = await runSteps({ source, steps: steps(false) })
  expect([on.rows, off.rows, off.names, off.problems]).toEqual([[['a', 10], ['b', 4]], [['a', 10], ['b', 4]], ['state', 'twice sum'], []])
  const lost = await runSteps({ source, steps: [parts(false), steps(true)[1] ?? parts(false), { op: 'group', params: { keys: ['s1_1'] } }] })
  expect(lost.problems).toEqual([expect.stringContaining('made in step 1 (Date parts), which is switched off')])
})

test('rows stand behind a SELECT as a sort before it put them', async () => {
  const sort = { op: 'sort', params: { keys: [{ column: 'c2', descending: true, nullsFirst: false }] } }
  const { rows } = await expectSameInPython({ source, steps: [sort, { op: 'customSql', params: { sql: 'SELECT x, state FROM prev WHERE x < 4' } }] }, { frames: [] })
  expect(rows).toEqual([[2, 'b'], [1, 'a']])
})

test('a split is still known behind a SELECT that keeps its column', async () => {
  const split = { op: 'split', params: { method: 'random' } }
  const { stages } = await runSteps({ source, steps: [split, { op: 'customSql', params: { sql: 'SELECT x, split FROM prev' } }, { op: 'customSql', params: { sql: 'SELECT x FROM prev' } }] })
  expect(stages.map(({ train }) => train)).toEqual(["s1_0 = 'train'", "s1_0 = 'train'", undefined])
})

test('an aggregate taken out leaves the others to the steps behind', async () => {
  const group = (...aggs: string[]) => ({ op: 'group', params: { keys: ['c1'], aggregations: aggs.map((agg) => ({ column: 'c2', agg, name: '' })) } })
  const sort = { op: 'sort', params: { keys: [{ column: 's1_max_c2', descending: true, nullsFirst: false }] } }
  expect((await runSteps({ source, steps: [group('min', 'mean', 'max'), sort] })).rows).toEqual([['a', 1, 2.5, 4], ['b', 2, 2, 2]])
  expect((await runSteps({ source, steps: [group('mean', 'max'), sort] })).rows).toEqual([['a', 2.5, 4], ['b', 2, 2]])
  expect((await runSteps({ source, steps: [group('mean'), sort] })).problems).toEqual([expect.stringContaining('“x max”')])
})

test('pivoted, unnested and encoded columns are told apart by their values', async () => {
  const idsOf = async (from: string, step: { op: string; params: Record<string, unknown> }) => (await runSteps({ source: from, steps: [step] })).stages[0]?.columns.map(({ id, name }) => `${name}: ${id}`)
  const pivot = { op: 'pivot', params: { keys: ['c0'], column: 'c1', value: 'c2', agg: 'sum' } }
  const [all, one] = [await idsOf(source, pivot), await idsOf(`FROM (${source}) WHERE state = 'b'`, pivot)]
  expect([all, one]).toEqual([['day: c0', 'a: s1_a', 'b: s1_b'], ['day: c0', 'b: s1_b']])
})

test('an aggregate that an edit makes another one stays the column that the steps behind know', async () => {
  const step = (aggregations: readonly object[]) => ({ id: 's1', op: 'group', v: 1, enabled: true, params: { keys: ['c1'], aggregations } })
  const recipe = { schema: 1 as const, source: { dataset: 'trial', columns: [] }, steps: [step([{ column: 'c2', agg: 'max', name: 'far' }, { agg: 'rows', name: '' }])] }
  const edited = (...aggregations: object[]) => withDraft(recipe, { step: step(aggregations), at: 0, isNew: false }).steps[0]?.params ?? {}
  const min = { column: 'c2', agg: 'min', name: 'far' }
  const sort = { op: 'sort', params: { keys: [{ column: 's1_max_c2', descending: true, nullsFirst: false }] } }
  for (const params of [edited(min, { agg: 'rows', name: '' }), edited({ agg: 'rows', name: '' }, min), edited({ ...min, name: 'near' }, { agg: 'rows', name: '' }), edited({ column: 'c2', agg: 'mean', name: '' }, min)]) {
    const { problems, stages } = await expectSameInPython({ source, steps: [{ op: 'group', params }, sort] }, { frames: [] })
    expect([problems, stages[0]?.columns.filter(({ id }) => id === 's1_max_c2').length]).toEqual([[], 1])
  }
  expect(edited({ column: 'c2', agg: 'max', name: 'renamed' }, { agg: 'rows', name: '' })).toEqual({ keys: ['c1'], aggregations: [{ column: 'c2', agg: 'max', name: 'renamed' }, { agg: 'rows', name: '' }] })
})
