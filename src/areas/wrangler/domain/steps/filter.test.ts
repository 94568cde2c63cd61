import { expect, test } from 'vitest'
import { expectSameInPython } from '../../server/run-steps.test.util.ts'
import type { Predicate } from '../predicate.ts'

const nasty = `SELECT * REPLACE (f::FLOAT AS f, y::TINYINT AS y) FROM (VALUES
  (0, 1::BIGINT, 2.5::DOUBLE, 'b', true, DATE '2020-01-05', 1.50, TIMESTAMP '2020-01-05 10:00:00.5', 0.1::FLOAT, 5::TINYINT),
  (1, 2, 'nan', 'ÉTÉ', false, NULL, 2.25, NULL, 'nan', NULL),
  (2, 3, NULL, '', NULL, DATE '2019-12-31', NULL, TIMESTAMP '1969-12-31 23:59:59', NULL, -5),
  (3, NULL, 'inf', NULL, true, DATE '2020-01-05', 1.50, TIMESTAMP '2020-01-05', 2.5, 127),
  (4, 9007199254740993, -2.5, 'ΑΣ İb', false, DATE '2020-02-29', -1.00, NULL, 1e10, 0),
  (5, -7, -0.0, 'a' || chr(10) || 'b9', NULL, NULL, 0.00, NULL, -0.5, 1),
  (6, 0, 1e16, 'B.9', true, NULL, 10.00, NULL, 1e-5, 2)) t(n, i, x, s, b, d, m, t, f, y)`

async function kept(predicate: Predicate, keep = 'keep') {
  const { rows } = await expectSameInPython({ source: nasty, steps: [{ op: 'filter', params: { predicate, keep } }] })
  return rows.map(([n]) => n)
}

function text(is: 'contains' | 'starts' | 'ends' | 'matches', value: string, ignoreCase = false, column = 'c3') {
  return kept({ kind: 'text', column, is, value, ignoreCase })
}

test('what is missing satisfies no comparison, and NaN is missing', async () => {
  expect(await kept({ kind: 'compare', column: 'c2', is: '>', value: 1 })).toEqual([0, 3, 6])
  expect(await kept({ kind: 'compare', column: 'c2', is: '!=', value: 2.5 })).toEqual([3, 4, 5, 6])
  expect(await kept({ kind: 'missing', column: 'c2' })).toEqual([1, 2])
  expect(await kept({ kind: 'not', of: { kind: 'compare', column: 'c2', is: '>', value: 1 } })).toEqual([1, 2, 4, 5])
  expect(await kept({ kind: 'compare', column: 'c2', is: '>', value: 1 }, 'drop')).toEqual([1, 2, 4, 5])
  expect(await kept({ kind: 'missing', column: 'c3' })).toEqual([3])
})

test('every comparison of every type is the same in every engine', async () => {
  const values: readonly (readonly [string, string | number | boolean])[] = [
    ['c1', 2], ['c1', 2.5], ['c1', '2'], ['c1', '2.5'], ['c1', 'x'], ['c1', true], ['c1', '9007199254740993'], ['c2', '-2.5'], ['c2', 'nan'], ['c2', 'inf'], ['c3', 'b'], ['c3', ''], ['c3', 5],
    ['c4', true], ['c4', 'no'], ['c4', 3], ['c5', '2020-01-05'], ['c5', '2020-1-5'], ['c5', 'soon'], ['c5', 7], ['c6', 1.5], ['c6', '2.254'], ['c6', 'x'],
    ['c7', '2020-01-05'], ['c7', '2020-01-05T10:00:00.5'], ['c7', '1969-12-31 23:59:59'], ['c8', 0.1], ['c8', '0.1'], ['c8', 2.5], ['c9', 1000], ['c9', -1000.5], ['c9', '300'], ['c9', 1],
  ]
  for (const is of ['=', '!=', '<', '<=', '>', '>='] as const) {
    for (const [column, value] of values) await kept({ kind: 'compare', column, is, value })
  }
}, 180_000)

test('between takes both ends in, unless open', async () => {
  expect(await kept({ kind: 'between', column: 'c1', from: 1, to: 3 })).toEqual([0, 1, 2])
  expect(await kept({ kind: 'between', column: 'c1', from: 1, to: 3, open: true })).toEqual([0, 1])
  expect(await kept({ kind: 'between', column: 'c5', from: '2020-01-01', to: '2020-01-31' })).toEqual([0, 3])
  expect(await kept({ kind: 'between', column: 'c2', from: -3, to: 'inf' })).toEqual([0, 3, 4, 5, 6])
})

test('lists are compared by how values are written, numbers by value', async () => {
  expect(await kept({ kind: 'in', column: 'c2', values: [2.5, 'inf', 1e16] })).toEqual([0, 3, 6])
  expect(await kept({ kind: 'in', column: 'c2', values: ['nan', '2.5', '2.50'] })).toEqual([0, 1])
  expect(await kept({ kind: 'in', column: 'c6', values: [1.5, 10] })).toEqual([0, 3, 6])
  expect(await kept({ kind: 'in', column: 'c8', values: [0.1, 1e10, 0.00001] })).toEqual([0, 4, 6])
  expect(await kept({ kind: 'in', column: 'c3', values: ['', 'b', 'ÉTÉ'] })).toEqual([0, 1, 2])
  expect(await kept({ kind: 'in', column: 'c1', values: [1, '3'] })).toEqual([0, 2])
  expect(await kept({ kind: 'in', column: 'c4', values: [true] })).toEqual([0, 3, 6])
  expect(await kept({ kind: 'in', column: 'c5', values: ['2020-02-29'] })).toEqual([4])
  expect(await kept({ kind: 'in', column: 'c7', values: ['2020-01-05 10:00:00.5', '2020-01-05 00:00:00'] })).toEqual([0, 3])
  expect(await kept({ kind: 'not', of: { kind: 'in', column: 'c1', values: [] } })).toHaveLength(7)
})

test('text is searched as it is, in any case, or by a pattern', async () => {
  expect(await text('contains', 'b')).toEqual([0, 4, 5])
  expect(await text('contains', 'B', true)).toEqual([0, 4, 5, 6])
  expect(await text('starts', 'été', true)).toEqual([1])
  expect(await text('contains', 'Σ i', true)).toEqual([4])
  expect(await text('ends', '9')).toEqual([5, 6])
  expect(await text('contains', '.')).toEqual([6])
  expect(await text('contains', '')).toEqual([0, 1, 2, 4, 5, 6])
  expect(await text('matches', 'a.b')).toEqual([])
  expect(await text('matches', 'a\\sb')).toEqual([5])
  expect(await text('matches', '^\\w\\b')).toEqual([0, 5, 6])
  expect(await text('matches', '[\\d.]$')).toEqual([5, 6])
  expect(await text('matches', 'été', true)).toEqual([1])
  expect(await text('starts', '2020', false, 'c5')).toEqual([0, 3, 4])
  expect(await text('contains', '.5', false, 'c2')).toEqual([0, 4])
  expect(await text('ends', '3', false, 'c1')).toEqual([2, 4])
})

test('no condition keeps every row', async () => {
  expect(await kept({ kind: 'all', of: [] })).toHaveLength(7)
  expect(await kept({ kind: 'any', of: [] }, 'drop')).toEqual([])
})
