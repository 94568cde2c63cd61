import { expect, test } from 'vitest'
import { decoded } from './decode.ts'

function bytes(...values: readonly (number | string)[]): Uint8Array {
  return Uint8Array.from(values.flatMap((value) => (typeof value === 'string' ? [...new TextEncoder().encode(value)] : [value])))
}

test('UTF-8 is read with and without its mark', () => {
  expect(decoded(bytes('žluť 🐎'))).toEqual({ kind: 'text', text: 'žluť 🐎', encoding: 'utf-8', bom: false })
  expect(decoded(bytes(0xef, 0xbb, 0xbf, 'a'))).toEqual({ kind: 'text', text: 'a', encoding: 'utf-8', bom: true })
})

test('what is not UTF-8 is told by its encoding', () => {
  expect(decoded(bytes('caf', 0xe9))).toEqual({ kind: 'text', text: 'café', encoding: 'windows-1252', bom: false })
  expect(decoded(bytes(0xff, 0xfe, 'a', 0))).toEqual({ kind: 'text', text: 'a', encoding: 'utf-16le', bom: true })
  expect(decoded(bytes(0xfe, 0xff, 0, 'a'))).toEqual({ kind: 'text', text: 'a', encoding: 'utf-16be', bom: true })
})

test('binary is told by zero bytes or by many control characters', () => {
  expect(decoded(bytes('PAR1', 0, 1)).kind).toBe('binary')
  expect(decoded(bytes(1, 2, 3, 0xff, 0x80)).kind).toBe('binary')
})

test('a head that ends within a letter loses only that letter', () => {
  expect(decoded(bytes('aé').subarray(0, 2), false)).toEqual({ kind: 'text', text: 'a', encoding: 'utf-8', bom: false })
  expect(decoded(bytes('a🐎').subarray(0, 4), false).text).toBe('a')
})
