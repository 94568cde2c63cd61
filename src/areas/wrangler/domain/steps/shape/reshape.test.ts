import { expect, test } from 'vitest'
import { expectSameInPython } from '../../../server/run-steps.test.util.ts'

const wide = `FROM (VALUES ('a', 1, 2.5::DOUBLE, DATE '2024-01-01'), (NULL, NULL, 'NaN', NULL), ('æ', -3, 'inf', DATE '1969-12-31')) t(k, n, x, day)`

test('unpivot repeats the rest and widens numbers', async () => {
  const { rows, names, types } = await expectSameInPython({ source: wide, steps: [{ op: 'unpivot', params: { columns: ['c1', 'c2'] } }] })
  expect({ names, types, rows: rows.slice(0, 4).map(([k, , ...rest]) => [k, ...rest]) }).toEqual({
    names: ['k', 'day', 'variable', 'value'], types: ['VARCHAR', 'DATE', 'VARCHAR', 'DOUBLE'],
    rows: [['a', 'n', 1], ['a', 'x', 2.5], [null, 'n', null], [null, 'x', 'NaN']],
  })
  for (const columns of [['c1'], ['c0', 'c3'], ['c0', 'c1', 'c2', 'c3']]) for (const dropMissing of [false, true]) await expectSameInPython({ source: wide, steps: [{ op: 'unpivot', params: { columns, dropMissing } }] })
})

test('an empty or missing list drops its row, or is kept', async () => {
  const source = `FROM (VALUES (1, [3, NULL, 1]), (2, []), (3, NULL), (4, [9])) t(i, list)`
  expect((await expectSameInPython({ source, steps: [{ op: 'explode', params: { column: 'c1' } }] })).rows).toEqual([[1, 3], [1, null], [1, 1], [4, 9]])
  expect((await expectSameInPython({ source, steps: [{ op: 'explode', params: { column: 'c1', keepEmpty: true } }] })).rows).toEqual([[1, 3], [1, null], [1, 1], [2, null], [3, null], [4, 9]])
})

test('a text that holds a JSON list is taken apart into texts, whatever its elements are', async () => {
  const source = `FROM (VALUES (1, '["a", 1, 1.50, null, true, {"b": [1, "ø"]}, [2], ""]'), (2, '[]'), (3, NULL), (4, '{"a": [1]}'), (5, 'no list'), (6, ' ["x"] ')) t(i, list)`
  const elements = [[1, 'a'], [1, '1'], [1, '1.5'], [1, null], [1, 'true'], [1, '{"b":[1,"ø"]}'], [1, '[2]'], [1, '']]
  expect((await expectSameInPython({ source, steps: [{ op: 'explode', params: { column: 'c1' } }] })).rows).toEqual([...elements, [6, 'x']])
  expect((await expectSameInPython({ source, steps: [{ op: 'explode', params: { column: 'c1', keepEmpty: true } }] })).rows).toEqual([...elements, [2, null], [3, null], [4, null], [5, null], [6, 'x']])
})

test('fields come out of JSON text and out of structs', async () => {
  const source = `FROM (VALUES ('{"a": {"b": 1.5, "c c": [true, "ø"]}, "n": 7, "s": "7"}'), ('{"a": null, "n": "x"}'), ('not json'), (NULL), ('[1]'), ('{"n": 1.5, "a": {"b": {"d": [1,2]}}}')) t(j)`
  const fields = [{ path: 'a.b', type: 'DOUBLE' }, { path: 'a.c c[1]' }, { path: 'a.c c[0]', type: 'BOOLEAN', name: 'yes' }, { path: 'n', type: 'BIGINT' }, { path: 's', type: 'BIGINT' }, { path: 'a.b' }]
  const { rows } = await expectSameInPython({ source, steps: [{ op: 'unnestJson', params: { column: 'c0', keep: false, fields } }] })
  expect(rows).toEqual([
    [1.5, 'ø', true, '7', '7', '1.5'], ...Array.from({ length: 4 }, () => [null, null, null, null, null, null]), [null, null, null, null, null, '{"d":[1,2]}'],
  ])
  const struct = `FROM (VALUES ({'a': 1, 'b': {'c': 'x', 'd': DATE '2024-01-02'}}), (NULL)) t(s)`
  expect((await expectSameInPython({ source: struct, steps: [{ op: 'unnestJson', params: { column: 'c0', keep: false, fields: [{ path: 'a', type: 'BIGINT' }, { path: 'b.c' }, { path: 'b.d' }] } }] })).rows).toEqual([['1', 'x', '2024-01-02'], [null, null, null]])
})
