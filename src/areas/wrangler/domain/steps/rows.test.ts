import { expect, test } from 'vitest'
import { expectSameInPython, runSteps } from '../../server/run-steps.test.util.ts'

const nasty = `SELECT * FROM (VALUES
  (1, 2.5::DOUBLE, 'b', true, DATE '2020-01-05', 1.50),
  (2, 'nan', 'É', false, NULL, 2.25),
  (3, NULL, '', NULL, DATE '2019-12-31', NULL),
  (NULL, 'inf', NULL, true, DATE '2020-01-05', 1.50),
  (9007199254740993, -2.5, 'b', false, DATE '2020-02-29', -1.00),
  (1, 2.5, 'b', true, DATE '2020-01-05', 1.50),
  (2, '-inf', 'B', NULL, NULL, 2.25),
  (2, 'nan', 'É', false, NULL, 2.25),
  (-7, -0.0, ' b', true, DATE '1969-07-20', 0.00),
  (NULL, 0.0, 'a' || chr(10) || 'b9', NULL, NULL, NULL)) t(i, x, s, b, d, m)`
const ids = ['c0', 'c1', 'c2', 'c3', 'c4', 'c5']

async function kept(keep: string, columns: string[]) {
  return (await expectSameInPython({ source: nasty, steps: [{ op: 'dedupe', params: { columns, keep } }] })).rows.length
}

async function left(params: Record<string, unknown>) {
  return (await expectSameInPython({ source: nasty, steps: [{ op: 'dropMissing', params }] })).rows.length
}

async function top(params: Record<string, unknown>) {
  return (await expectSameInPython({ source: nasty, steps: [{ op: 'topPerGroup', params }, { op: 'select', params: { columns: ['c3', 'c1'] } }] })).rows
}

test('sorting puts NaN above infinity and missing values where asked, and leaves ties alone', async () => {
  const { rows } = await expectSameInPython({ source: nasty, steps: [{ op: 'sort', params: { keys: [{ column: 'c1', descending: true, nullsFirst: true }] } }, { op: 'select', params: { columns: ['c1', 'c0'] } }] })
  expect(rows.map(([x]) => String(x))).toEqual(['null', 'NaN', 'NaN', 'Infinity', '2.5', '2.5', '0', '0', '-2.5', '-Infinity'])
})

test('several keys, each with its own place for missing values', async () => {
  await expectSameInPython({ source: nasty, steps: [{ op: 'sort', params: { keys: [{ column: 'c3', nullsFirst: true }, { column: 'c0', descending: true }, { column: 'c1' }] } }] })
  await expectSameInPython({ source: nasty, steps: [{ op: 'sort', params: { keys: [{ column: 'c4' }, { column: 'c2', descending: true }, { column: 'c5' }] } }] })
  for (const column of ids) await expectSameInPython({ source: nasty, steps: [{ op: 'sort', params: { keys: [{ column, descending: true }] } }, { op: 'sort', params: { keys: [{ column: 'c3' }] } }] })
})

test('of duplicates the first, the last or none stays; missing values are equal', async () => {
  expect(await kept('first', [])).toBe(8)
  expect(await kept('last', ['c4'])).toBe(5)
  expect(await kept('none', ['c1'])).toBe(4)
  expect(await kept('first', ['c0', 'c2'])).toBe(8)
})

test('the last duplicate is the last as the rows stand, not as they came', async () => {
  const steps = [{ op: 'sort', params: { keys: [{ column: 'c5', descending: true }] } }, { op: 'dedupe', params: { columns: ['c0'], keep: 'last' } }]
  await expectSameInPython({ source: nasty, steps })
})

test('rows go when any, all, or so many values are missing', async () => {
  expect(await left({})).toBe(4)
  expect(await left({ columns: ['c1', 'c4'], when: 'all' })).toBe(8)
  expect(await left({ when: 'threshold', threshold: 3 })).toBe(8)
  expect(await left({ columns: ['c0', 'c2'] })).toBe(8)
  expect(await left({ columns: ['c0', 'c2'], when: 'threshold', threshold: 2 })).toBe(9)
  expect(await left({ columns: ['c2'], blanks: true })).toBe(8)
})

test('a limit takes the top rows as they stand', async () => {
  const sorted = { op: 'sort', params: { keys: [{ column: 'c0', descending: true }] } }
  expect((await expectSameInPython({ source: nasty, steps: [sorted, { op: 'limit', params: { count: 2 } }] })).rows.map(([i]) => i)).toEqual(['9007199254740993', '3'])
  expect((await expectSameInPython({ source: nasty, steps: [sorted, { op: 'limit', params: { count: 2, skip: 1 } }] })).rows.map(([i]) => i)).toEqual(['3', '2'])
  expect((await expectSameInPython({ source: nasty, steps: [{ op: 'limit', params: { count: 0 } }] })).rows).toEqual([])
})

test('the largest of each group, with and without ties; NaN is no largest', async () => {
  expect(await top({ groups: ['c3'], by: 'c1', count: 1 })).toEqual([[true, 'Infinity'], [false, -2.5], [null, 0]])
  expect(await top({ groups: ['c3'], by: 'c5', count: 1, ties: true })).toHaveLength(6)
  expect(await top({ by: 'c1', descending: false, count: 2 })).toHaveLength(2)
  expect(await top({ groups: ['c1', 'c4'], count: 1 })).toHaveLength(8)
})

test('samples and shuffles come out the same in every engine', async () => {
  const many = 'SELECT range AS i, range % 7 AS k, (range % 3)::DOUBLE AS x FROM range(200)'
  const run = async (...steps: { op: string; params: Record<string, unknown> }[]) => (await expectSameInPython({ source: many, steps })).rows
  const tenth = await run({ op: 'sample', params: { share: 0.1, seed: 1 } })
  expect(tenth.length).toBeGreaterThan(8)
  expect(tenth.length).toBeLessThan(40)
  expect(await run({ op: 'sample', params: { size: 'count', count: 17 } })).toHaveLength(17)
  expect(await run({ op: 'stratifiedSample', params: { groups: ['c1'], share: 0.1 } })).toHaveLength(21)
  expect(await run({ op: 'stratifiedSample', params: { groups: ['c1', 'c2'], size: 'count', count: 2 } })).toHaveLength(42)
  const shuffled = await run({ op: 'shuffle', params: { seed: 5 } }, { op: 'filter', params: { predicate: { kind: 'compare', column: 'c1', is: '>', value: 2 } } }, { op: 'limit', params: { count: 9 } })
  expect(shuffled).toHaveLength(9)
  expect(await run({ op: 'sample', params: { share: 0 } })).toEqual([])
})

test('a tiny group gives one row at least', async () => {
  const { rows } = await expectSameInPython({ source: nasty, steps: [{ op: 'stratifiedSample', params: { groups: ['c1'], share: 0.01 } }] })
  expect(rows).toHaveLength(6)
})

test('cells are edited by row number, also after the rows moved', async () => {
  const { rows } = await expectSameInPython({
    source: nasty,
    steps: [
      { op: 'sort', params: { keys: [{ column: 'c0' }] } },
      { op: 'editCell', params: { edits: [
        { row: 0, column: 'c0', value: 5 }, { row: 0, column: 'c0', value: '6' }, { row: 1, column: 'c1', value: 'nan' }, { row: 2, column: 'c2', value: "it's" },
        { row: 3, column: 'c3', value: null }, { row: 1, column: 'c4', value: '2021-03-04' }, { row: 2, column: 'c5', value: 0.125 }, { row: 99, column: 'c0', value: 1 }], drop: [8, 9] } },
    ],
  })
  expect(rows.filter(([i, , s]) => i === '6' || s === "it's")).toEqual([['6', 2.5, 'b', true, '2020-01-05', '1.50'], ['3', null, "it's", null, '2019-12-31', '0.13']])
  expect(rows).toHaveLength(8)
})

test('an edit that the column cannot hold is refused with its reason', async () => {
  const { problems } = await runSteps({ source: nasty, steps: [{ op: 'editCell', params: { edits: [{ row: 0, column: 'c0', value: 'many' }] } }] })
  expect(problems).toEqual(['“many” is no value of “i”, which holds BIGINT. Write another one, or change the column\'s type first.'])
})

test('steps of rows run on an empty table', async () => {
  const empty = `${nasty} WHERE i = 12345`
  const steps = [
    { op: 'sort', params: { keys: [{ column: 'c1' }] } }, { op: 'dedupe', params: {} }, { op: 'dropMissing', params: {} }, { op: 'topPerGroup', params: { groups: ['c2'], by: 'c1' } },
    { op: 'sample', params: {} }, { op: 'stratifiedSample', params: { groups: ['c1'] } }, { op: 'shuffle', params: {} }, { op: 'editCell', params: { edits: [{ row: 0, column: 'c0', value: 1 }] } },
  ]
  expect((await expectSameInPython({ source: empty, steps })).rows).toEqual([])
})
