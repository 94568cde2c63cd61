import { expect, test } from 'vitest'
import { copyText } from './copy.ts'
import type { Block } from './copy.ts'

const block: Block = {
  columns: [{ name: 'id', family: 'integer' }, { name: 'say, "what"', family: 'text' }, { name: 'price', family: 'decimal' }],
  rows: [
    ['9223372036854775807', 'plain', '12345.60'],
    ['1', 'a "quote", and\na line', null],
    ['2', '', '0.10'],
  ],
}

test('CSV quotes what needs it and tells null from the empty string', () => {
  expect(copyText('csv', [block])).toBe(
    'id,"say, ""what""",price\r\n9223372036854775807,plain,12345.60\r\n1,"a ""quote"", and\na line",\r\n2,"",0.10',
  )
})

test('TSV has no names unless asked and quotes only breaks, as spreadsheets read it', () => {
  expect(copyText('tsv', [block])).toBe('9223372036854775807\tplain\t12345.60\n1\t"a ""quote"", and\na line"\t\n2\t\t0.10')
  expect(copyText('tsv', [{ columns: [{ name: 'x', family: 'text' }], rows: [['say "hi"'], ['a\tb']] }], { header: true })).toBe('x\nsay "hi"\n"a\tb"')
})

test('JSON keeps 64-bit integers and decimals exact as text, a column of one type', () => {
  expect(JSON.parse(copyText('json', [block]))).toEqual([
    { id: '9223372036854775807', 'say, "what"': 'plain', price: '12345.60' },
    { id: '1', 'say, "what"': 'a "quote", and\na line', price: null },
    { id: '2', 'say, "what"': '', price: '0.10' },
  ])
})

test('JSON writes safe integers, numbers and booleans as such, and NaN as text', () => {
  const rows = [['7', 0.5, true, { a: 2n ** 60n }], [8, NaN, false, [1]]]
  const columns = [{ name: 'x', family: 'integer' }, { name: 'x', family: 'number' }, { name: 'b', family: 'boolean' }, { name: 'n', family: 'nested' }] satisfies Block['columns']
  expect(JSON.parse(copyText('json', [{ columns, rows }]))).toEqual([
    { x: 7, x_2: 0.5, b: true, n: { a: '1152921504606846976' } },
    { x: 8, x_2: 'NaN', b: false, n: [1] },
  ])
})

test('several ranges are parted by an empty line, or nested', () => {
  const one: Block = { columns: [{ name: 'a', family: 'integer' }], rows: [[1]] }
  expect(copyText('tsv', [one, one])).toBe('1\n\n1')
  expect(JSON.parse(copyText('json', [one, { ...one, rows: [] }]))).toEqual([[{ a: 1 }], []])
})
