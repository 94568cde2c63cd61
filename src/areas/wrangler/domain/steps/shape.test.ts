import { expect, test } from 'vitest'
import { expectSameInPython, runSteps } from '../../server/run-steps.test.util.ts'

const sales = `FROM (VALUES ('b', 1, 2.5::DOUBLE, 1.10::DECIMAL(6, 2), true, DATE '2024-01-02'), ('a', 2, 'NaN', 2, false, NULL), (NULL, 3, 4, NULL, NULL, DATE '2024-01-01'),
  ('b', NULL, 'inf', 3.30, false, DATE '2023-01-01'), (NULL, 5, NULL, NULL, true, NULL), ('', 5, NULL, NULL, NULL, NULL), ('b', 1, -1, 0, NULL, DATE '2024-01-02')) t(k, n, x, d, o, day)`
const every = ['count', 'countDistinct', 'min', 'max', 'first', 'last', 'list']
const numbers = ['sum', 'mean', 'median', 'std']

test('every aggregate is the same in Python', async () => {
  const aggregations = [
    { agg: 'rows' }, ...['c1', 'c2', 'c3'].flatMap((column) => [...every, ...numbers].map((agg) => ({ column, agg }))),
    ...['c0', 'c5'].flatMap((column) => every.map((agg) => ({ column, agg }))), { column: 'c4', agg: 'any' }, { column: 'c4', agg: 'all' },
  ]
  await expectSameInPython({ source: sales, steps: [{ op: 'group', params: { keys: ['c0'], aggregations } }] })
  await expectSameInPython({ source: sales, steps: [{ op: 'group', params: { keys: ['c2', 'c4'], aggregations } }] })
  await expectSameInPython({ source: `SELECT 1 AS k, 2.0::DOUBLE AS x FROM range(0)`, steps: [{ op: 'group', params: { keys: ['c0'], aggregations: [{ column: 'c1', agg: 'mean' }] } }] })
})

test('a missing key is a group, in order of appearance, and infinities stay out of means', async () => {
  const { rows, names } = await expectSameInPython({ source: sales, steps: [{ op: 'group', params: { keys: ['c0'], aggregations: [{ agg: 'rows' }, { column: 'c2', agg: 'mean' }, { column: 'c2', agg: 'max', name: 'top' }, { column: 'c1', agg: 'std' }] } }] })
  expect({ names, rows }).toEqual({
    names: ['k', 'rows', 'x mean', 'top', 'n std'],
    rows: [['b', '3', 0.75, 'Infinity', 0], ['a', '1', null, null, null], [null, '2', 4, 4, Math.SQRT2], ['', '1', null, null, null]],
  })
})

test('rows and counts alone are counted by pandas itself, missing and NaN keys in one group, in order of appearance', async () => {
  const aggregations = [{ agg: 'rows' }, ...['c1', 'c2', 'c3', 'c5'].map((column) => ({ column, agg: 'count' }))]
  for (const keys of [['c0'], ['c2'], ['c1', 'c4'], ['c5', 'c2', 'c0'], ['c3']]) await expectSameInPython({ source: sales, steps: [{ op: 'group', params: { keys, aggregations } }, { op: 'sort', params: { keys: [{ column: 's1_rows', descending: true, nullsFirst: false }] } }] })
  await expectSameInPython({ source: 'SELECT 1 AS k, 2.0::DOUBLE AS x FROM range(0)', steps: [{ op: 'group', params: { keys: ['c0'], aggregations: [{ agg: 'rows' }, { column: 'c1', agg: 'count' }] } }] })
  const { stages } = await runSteps({ source: sales, steps: [{ op: 'group', params: { keys: ['c0'] } }] })
  expect(stages[0]?.change).toMatchObject({ select: expect.stringContaining(', count(*) AS s1_rows FROM ') })
})

test('a pivot freezes its columns; the missing fill none', async () => {
  const { rows, names } = await expectSameInPython({ source: sales, steps: [{ op: 'pivot', params: { keys: ['c1'], column: 'c0', value: 'c2', agg: 'sum' } }] })
  expect({ names, rows }).toEqual({ names: ['n', 'column', 'a', 'b'], rows: [[1, null, null, 1.5], [2, null, null, null], [3, null, null, null], [null, null, null, null], [5, null, null, null]] })
  for (const agg of ['rows', 'first', 'list', 'countDistinct']) await expectSameInPython({ source: sales, steps: [{ op: 'pivot', params: { keys: ['c4'], column: 'c2', value: 'c1', agg } }] })
})

test('aggregates say where they do not fit', async () => {
  const { problems } = await runSteps({ source: sales, steps: [{ op: 'group', params: { keys: ['c0'], aggregations: [{ column: 'c0', agg: 'mean' }] } }] })
  expect(problems).toEqual(['Group and aggregate: mean does not work on “k”, which holds VARCHAR. Choose another column or another aggregate.'])
})
