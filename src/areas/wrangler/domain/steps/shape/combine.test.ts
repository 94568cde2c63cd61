import { expect, test } from 'vitest'
import { toPython } from '../../code/python.ts'
import { expectSameInPython, runSteps } from '../../../server/run-steps.test.util.ts'

const left = `FROM (VALUES (1, 'a', 1.5::DOUBLE), (2, 'b', 'NaN'), (2, NULL, 2), (NULL, 'd', NULL), (4, 'æ', 'inf')) t(id, name, x)`
const right = `FROM (VALUES (2::BIGINT, 'two', 'NaN'::DOUBLE), (2, 'zwei', 1.5), (4, NULL, 3), (NULL, 'none', NULL), (9, 'nine', 2)) t(id, NAME, y)`
const kinds = ['inner', 'left', 'right', 'full', 'semi', 'anti', 'cross', 'asof']
const tables = { other: right }

test('every kind of join is the same in Python, and missing keys match nothing', async () => {
  for (const kind of kinds) for (const on of [[{ left: 'c0', right: 'c0' }], [{ left: 'c2', right: 'c2' }], [{ left: 'c1', right: 'c1' }], [{ left: 'c0', right: 'c0' }, { left: 'c2', right: 'c2' }]]) {
    await expectSameInPython({ source: left, tables, steps: [{ op: 'join', params: { dataset: 'other', kind, on } }] })
  }
})

test('keys of one plain type are joined by pandas and polars themselves, repeated, missing and clashing names included', async () => {
  const source = `FROM (VALUES (1::BIGINT, 'a', 1), (2, 'b', 2), (2, NULL, 3), (NULL, 'd', 4), (4, 'a', 5)) t(id, k, "id key")`
  const other = `FROM (VALUES ('a', 2::BIGINT, 'x'), ('b', 2, 'y'), ('a', 4, NULL), (NULL, 4, 'z'), ('a', NULL, 'v')) t(k, id, "id key")`
  for (const kind of ['inner', 'left']) for (const on of [[{ left: 'c0', right: 'c1' }], [{ left: 'c1', right: 'c0' }], [{ left: 'c0', right: 'c1' }, { left: 'c1', right: 'c0' }]]) {
    const truth = await expectSameInPython({ source, tables: { other }, steps: [{ op: 'join', params: { dataset: 'other', kind, on } }] })
    expect([toPython('pandas', truth).includes('df.merge('), toPython('polars', truth).includes('df.join(')]).toEqual([true, true])
  }
})

test('a full join fills the key, multiplies repeated keys and renames what clashes', async () => {
  const { rows, names, types } = await runSteps({ source: left, tables, steps: [{ op: 'join', params: { dataset: 'other', kind: 'full', on: [{ left: 'c0', right: 'c0' }] } }] })
  expect({ names, types, ids: rows.map(([id, , , name]) => [id, name]) }).toEqual({
    names: ['id', 'name', 'x', 'NAME_right', 'y'], types: ['BIGINT', 'VARCHAR', 'DOUBLE', 'VARCHAR', 'DOUBLE'],
    ids: [['1', null], ['2', 'two'], ['2', 'zwei'], ['2', 'two'], ['2', 'zwei'], [null, null], ['4', null], [null, 'none'], ['9', 'nine']],
  })
})

test('an as-of join takes the latest row that is not after, the last of equal ones', async () => {
  const source = `FROM (VALUES ('a', DATE '2024-01-03'), ('a', DATE '2024-01-01'), ('b', DATE '2024-01-09'), (NULL, DATE '2024-01-09'), ('a', NULL)) t(k, day)`
  const rates = `FROM (VALUES ('a', DATE '2024-01-02', 1), ('a', DATE '2024-01-02', 2), ('a', DATE '2024-01-04', 3), ('b', DATE '2023-01-01', 4), (NULL, DATE '2023-01-01', 5)) t(k, day, rate)`
  const { rows } = await expectSameInPython({ source, tables: { rates }, steps: [{ op: 'join', params: { dataset: 'rates', kind: 'asof', on: [{ left: 'c0', right: 'c0' }, { left: 'c1', right: 'c1' }] } }] })
  expect(rows.map((row) => row.at(-1))).toEqual([2, null, 4, null, null])
})

test('a split survives a join, so that fitted steps after it learn from train only', async () => {
  const { stages } = await runSteps({ source: left, tables, steps: [{ op: 'split', params: {} }, { op: 'join', params: { dataset: 'other', on: [{ left: 'c0', right: 'c0' }] } }, { op: 'scale', params: { columns: ['c2'] } }] })
  expect(stages.at(-1)?.notes).toEqual(['Learned from the train rows only.'])
})

test('append matches exact names first, then without case, and widens numbers', async () => {
  const more = `FROM (VALUES (2.5::DOUBLE, 'A', 7, DATE '2024-01-01')) t(ID, "Name", "name", day)`
  const { rows, names, types } = await expectSameInPython({ source: `FROM (VALUES (1, 'a', 9), (NULL, '', 8)) t(id, "Name", extra)`, tables: { more }, steps: [{ op: 'append', params: { dataset: 'more' } }] })
  expect({ rows, names, types }).toEqual({
    names: ['id', 'Name', 'extra', 'name_1', 'day'], types: ['DOUBLE', 'VARCHAR', 'INTEGER', 'INTEGER', 'DATE'],
    rows: [[1, 'a', 9, null, null], [null, '', 8, null, null], [2.5, 'A', null, 7, '2024-01-01']],
  })
  await expectSameInPython({ source: left, tables, steps: [{ op: 'append', params: { dataset: 'other' } }] })
})

async function problems(op: string, params: Record<string, unknown>) {
  return (await runSteps({ source: left, tables: { other: right, words: `SELECT 'x' AS id` }, steps: [{ op, params }] })).problems
}

test('combining says what does not fit', async () => {
  expect(await problems('join', { dataset: 'gone', on: [] })).toEqual(['Join: there is no data set “gone”. Choose another, or register it again.'])
  expect(await problems('join', { dataset: 'other' })).toEqual(['Join: choose at least one pair of keys, or the kind cross.'])
  expect(await problems('join', { dataset: 'other', on: [{ left: 'c0', right: 'c1' }] })).toEqual(['Join: “id” holds INTEGER and “NAME” holds VARCHAR, which are never equal. Change the type of one of them first.'])
  expect(await problems('append', { dataset: 'words' })).toEqual(['Append rows: “id” holds INTEGER here and VARCHAR there. Change the type of one of them first.'])
})
