import { expect, test } from 'vitest'
import { openDesk, sentenceOf } from './desk.test.util.ts'

test('nested values stay nested; what is of several kinds becomes text and that is told', async () => {
  const { sniffed, take, rowsOf, datasets } = openDesk({ 'a.json': '[{"id":1,"Title":"x","tags":["p"],"at":{"lat":1.5},"odd":[1]},{"id":2,"Title":1941,"tags":[],"at":null,"odd":{"k":1}}]' })
  expect((await sniffed('a.json')).warnings).toEqual(['“Title” holds values of several kinds; it is read as text.', '“odd” holds values of several kinds; it is read as JSON text.'])
  await take('a.json')
  expect((await datasets.get('a')).version.columns).toEqual([{ name: 'id', type: 'BIGINT' }, { name: 'Title', type: 'VARCHAR' }, { name: 'tags', type: 'VARCHAR[]' }, { name: 'at', type: 'STRUCT(lat DOUBLE)' }, { name: 'odd', type: 'JSON' }])
  expect(await rowsOf('a')).toEqual([['1', 'x', ['p'], { lat: 1.5 }, '[1]'], ['2', '1941', [], null, '{"k":1}']])
})

test('NDJSON keeps every line that is JSON and lists the others', async () => {
  const { sniffed, take, rowsOf, rejectsOf } = openDesk({ 'b.ndjson': '{"a":1}\n{"a":\n\n{"a":3}\nnot json\n' })
  expect((await sniffed('b.ndjson')).warnings).toEqual(['2 lines are not JSON; they are left out and listed as rejects.'])
  await take('b.ndjson')
  expect(await rowsOf('b')).toEqual([['1'], ['3']])
  expect((await rejectsOf('b')).rows.map(({ line, text }) => [line, text])).toEqual([[2, '{"a":'], [5, 'not json']])
})

test('broken, empty and unusual JSON has a clear outcome', async () => {
  const { sniffed, take, rowsOf } = openDesk({ 'cut.json': '[{"a":1},{"a":2', 'comma.json': '[{"a":1},{"a":2},\n', 'empty.json': '', 'none.json': '[]', 'scalars.json': '[1,"x",null]', 'one.json': '{"a":{"b":[1,2]}}', 'case.json': '[{"a":1,"A":2}]', 'bom.json': '\ufeff[{"a":"ü"}]', 'braces.json': '[{},{}]' })
  expect(await Promise.all(['cut.json', 'comma.json', 'empty.json'].map((path) => sentenceOf(sniffed(path))))).toEqual([
    'invalid: “cut.json” is not whole JSON: its list begins with [ and does not end with ]. It was probably cut off; get it again.',
    'invalid: “comma.json” is not whole JSON: its list begins with [ and does not end with ]. It was probably cut off; get it again.',
    'invalid: “empty.json” is empty: there is nothing to read.',
  ])
  for (const name of ['none', 'scalars', 'one', 'case', 'bom', 'braces']) await take(`${name}.json`)
  expect(await Promise.all(['none', 'scalars', 'one', 'case', 'bom', 'braces'].map((name) => rowsOf(name)))).toEqual([[], [['1'], ['x'], [null]], [[{ b: [1, 2] }]], [['1', '2']], [['ü']], [['{}'], ['{}']]])
})
