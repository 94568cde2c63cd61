import { expect, test } from 'vitest'
import { compactJson, grouped, plainText, shown } from './format.ts'

test('64-bit integers and decimals keep every digit when grouped', () => {
  expect(['9223372036854775807', '-9223372036854775808', '12345678901234567890.123456789', '999', '-1000', '0.0001'].map(grouped)).toEqual([
    '9,223,372,036,854,775,807', '-9,223,372,036,854,775,808', '12,345,678,901,234,567,890.123456789', '999', '-1,000', '0.0001',
  ])
  expect(shown(2n ** 63n, 'integer').text).toBe('9,223,372,036,854,775,808')
  expect(shown(1234567.25, 'number').text).toBe('1,234,567.25')
  expect(shown(1.5e300, 'number').text).toBe('1.5e+300')
})

test('what is not a number is not grouped', () => {
  expect(['24:00', '12345 km', '1e5', ''].map(grouped)).toEqual(['24:00', '12345 km', '1e5', ''])
  expect(shown('2001', 'text').text).toBe('2001')
})

test('null, NaN, infinities and blanks are told apart from text', () => {
  expect([null, undefined].map((v) => shown(v, 'number'))).toEqual([{ text: 'null', tone: 'null' }, { text: 'null', tone: 'null' }])
  expect([NaN, 'NaN', Infinity, '-Infinity', 'inf'].map((v) => shown(v, 'number'))).toEqual(
    ['NaN', 'NaN', '∞', '-∞', '∞'].map((text) => ({ text, tone: 'special' })),
  )
  expect(['', '  ', 'NaN', 'null'].map((v) => shown(v, 'text'))).toEqual([
    { text: '“”', tone: 'blank' }, { text: '“  ”', tone: 'blank' }, { text: 'NaN', tone: 'plain' }, { text: 'null', tone: 'plain' },
  ])
})

test('dates and times stand as they are, without empty fractions', () => {
  expect(shown('2001-06-11', 'date').text).toBe('2001-06-11')
  expect(['2001-06-11T08:30:00.000', '2001-06-11 08:30:00.120000', '2001-06-11T08:30:00.000Z', '2001-06-11 08:30:00+02', '290309-12-22 (BC) 00:00:00'].map((v) => shown(v, 'timestamp').text)).toEqual([
    '2001-06-11 08:30:00', '2001-06-11 08:30:00.12', '2001-06-11 08:30:00Z', '2001-06-11 08:30:00+02', '290309-12-22 (BC) 00:00:00',
  ])
  expect([true, false].map((v) => shown(v, 'boolean').text)).toEqual(['true', 'false'])
})

test('nested values are compact JSON with exact integers', () => {
  expect(compactJson({ a: [1, 2n ** 60n, null], 'b"': { c: NaN } })).toBe('{"a":[1,1152921504606846976,null],"b\\"":{"c":"NaN"}}')
  expect(shown([{ k: 'x\ny' }], 'nested').text).toBe('[{"k":"x\\ny"}]')
  expect(compactJson(new Map([['k', 1]]))).toBe('{"k":1}')
})

test('long text is cut, line breaks and tabs are shown', () => {
  expect(shown('a\r\nb\tc', 'text').text).toBe('a⏎b⇥c')
  expect(shown('x'.repeat(5_000), 'text').text).toHaveLength(401)
  expect([plainText('a\nb'), plainText(null), plainText(5n), plainText({ a: 1 })]).toEqual(['a\nb', '', '5', '{"a":1}'])
})
