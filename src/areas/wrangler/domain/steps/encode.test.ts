import { expect, test } from 'vitest'
import { expectSameInPython } from '../../server/run-steps.test.util.ts'

const source = `FROM (VALUES ('b', 1, 2.5::DOUBLE, DATE '2024-01-01', true), ('a', 2, 'NaN', NULL, false), ('b', 3, 10, DATE '2023-12-31', NULL), ('', 4, 2.5, DATE '2024-01-01', true),
  (NULL, 5, NULL, NULL, true), ('æ''"\\', 6, 'inf', DATE '2024-01-01', true), ('new', 7, -1e-7, DATE '2030-01-01', false)) t(k, t, x, d, o)`
const split = { op: 'split', params: { method: 'time', column: 'c1', train: 0.8, valid: 0, test: 0.2 } }
const last = (rows: readonly (readonly unknown[])[]) => rows.map((row) => row.at(-1))

test('every encoding is the same in Python for text, numbers, dates and booleans', async () => {
  for (const column of ['c0', 'c1', 'c2', 'c3', 'c4']) {
    for (const step of [
      { op: 'oneHot', params: { column, max: 3, unknown: 'other' } }, { op: 'ordinal', params: { column } },
      { op: 'frequency', params: { column } }, { op: 'hashing', params: { column, buckets: 5 } },
    ]) await expectSameInPython({ source, steps: [split, step] })
  }
})

test('one-hot learns the categories of train; the unseen is zeros or other, the missing is zeros', async () => {
  const { rows, names } = await expectSameInPython({ source, steps: [split, { op: 'oneHot', params: { column: 'c0', max: 2, unknown: 'other' } }] })
  expect(names).toEqual(['t', 'x', 'd', 'o', 'split', 'k=b', 'k=', 'k other'])
  expect(rows.map((row) => row.slice(-3))).toEqual([[1, 0, 0], [0, 0, 1], [1, 0, 0], [0, 1, 0], [0, 0, 0], [0, 0, 1], [0, 0, 1]])
  const kept = await expectSameInPython({ source, steps: [{ op: 'oneHot', params: { column: 'c0', max: 1, keep: true } }] })
  expect(last(kept.rows)).toEqual([1, 0, 1, 0, 0, 0, 0])
})

test('ordinal gives −1 outside the order and keeps the missing missing', async () => {
  const given = await expectSameInPython({ source, steps: [{ op: 'ordinal', params: { column: 'c0', order: ['b', 'a', 'b'] } }] })
  expect(given.rows.map(([code]) => code)).toEqual([0, 1, 0, -1, null, -1, -1])
  const learnt = await expectSameInPython({ source, steps: [split, { op: 'ordinal', params: { column: 'c2' } }] })
  expect(learnt.rows.map((row) => row[2])).toEqual([0, null, 1, 0, null, 2, -1])
  expect([given, learnt].map(({ stages }) => stages.at(-1)?.notes)).toEqual([[], ['Learned from the train rows only.']])
})

test('frequency is the share of train rows, 0 for the unseen', async () => {
  const { rows } = await expectSameInPython({ source, steps: [split, { op: 'frequency', params: { column: 'c0' } }] })
  expect(last(rows)).toEqual([2 / 6, 1 / 6, 2 / 6, 1 / 6, 1 / 6, 1 / 6, 0])
})

test('encodings survive empty tables and columns without a value', async () => {
  for (const empty of ['SELECT NULL::VARCHAR AS x FROM range(2)', 'SELECT 1 AS x FROM range(0)']) {
    for (const op of ['oneHot', 'ordinal', 'frequency', 'hashing']) await expectSameInPython({ source: empty, steps: [{ op, params: { column: 'c0', ...(op === 'oneHot' ? { unknown: 'other' } : {}) } }] })
  }
})
