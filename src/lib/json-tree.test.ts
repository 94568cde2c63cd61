import { expect, test } from 'vitest'
import { parseJson } from '#lib/json.ts'
import type { Json } from '#lib/json.ts'
import { findIn, pathOf, previewOf, rowsOf, wordsOf } from './json-tree.ts'
import type { JsonRow } from './json-tree.ts'

function of(text: string): Json {
  const parsed = parseJson(text)
  if (!parsed.ok) throw new Error(parsed.fault.message)
  return parsed.value
}

function flat(rows: readonly JsonRow[]): JsonRow[] {
  return rows.flatMap((row) => [row, ...flat(row.children ?? [])])
}

test('only open branches have rows, and double keys stay two', () => {
  const value = of('{"a":{"b":[1]},"a":12345678901234567890,"e":[]}')
  expect(rowsOf(value, new Set()).map(({ key, value: one }) => `${key} ${wordsOf(one)}`)).toEqual(['a { 1 }', 'a 12345678901234567890', 'e []'])
  expect(flat(rowsOf(value, new Set(['["0:a"]', '["0:a","0:b"]']))).map(({ id }) => pathOf(id))).toEqual(['.a', '.a.b', '.a.b[0]', '.a', '.e'])
})

test('a long array is cut into ranges that can be opened down to each item', () => {
  const value: Json = { kind: 'array', items: Array.from({ length: 300_000 }, (_, n) => ({ kind: 'number', raw: String(n) })) }
  const [hit] = findIn(value, '299999')
  const rows = rowsOf(value, new Set(hit?.open))
  expect(rows.map(({ key }) => key)).toEqual(['0 … 249999', '250000 … 299999'])
  expect([hit?.open.length, flat(rows).find(({ id }) => id === hit?.id)?.key]).toEqual([2, '299999'])
})

test('keys and values are found with what must be opened on the way', () => {
  const value = of('{"x":[{"Oslo":1},{"city":"oslo"}],"y":null}')
  expect(findIn(value, 'OSLO').map(({ id, open }) => [pathOf(id), open.map(pathOf)])).toEqual([['.x[0].Oslo', ['.x', '.x[0]']], ['.x[1].city', ['.x', '.x[1]']]])
})

test('a way is written as jq reads it', () => {
  expect(pathOf(JSON.stringify(['0:a b', 3, 'range 0 500', '1:c_d']))).toBe('["a b"][3].c_d')
})

test('a closed branch shows its first parts', () => {
  expect(['{"a":1,"b":[1,2],"c":{},"d":"a text that is longer than a glance","e":null,"f":{"x":1},"g":1}', '[1,"x",[2]]', '[]', '7'].map((text) => previewOf(of(text)))).toEqual([
    'a: 1, b: […], c: {}, d: "a text that is longer th…", e: null, f: {…}, …', '1, "x", […]', '', '',
  ])
})
