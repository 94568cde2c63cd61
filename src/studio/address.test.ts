import { expect, test } from 'vitest'
import { readAddress, writeAddress } from './address.ts'

function there(address: string) {
  return readAddress(new URL(address, 'http://a'))
}

test('an address comes back as it was written', () => {
  const all = [
    { session: 'default' },
    { session: 'weekly review' },
    { session: 'default', opens: { kind: 'wrangler', params: { dataset: 'flights & co', filter: 'delay ≥ 180' } } },
    { session: 'ü', opens: { kind: 'text', params: {} } },
  ]
  expect(all.map((address) => there(writeAddress(address)))).toEqual(all)
})

test('home is the bare address, and params stand in order', () => {
  expect(writeAddress({ session: 'default', opens: { kind: 'home', params: {} } })).toBe('/')
  expect(writeAddress({ session: 'a b', opens: { kind: 'home', params: {} } })).toBe('/s/a%20b')
  expect(writeAddress({ session: 'default', opens: { kind: 'x', params: { b: '1', a: '2' } } })).toBe('/open/x?a=2&b=1')
})

test('what is no address of ours is home', () => {
  expect(there('/open')).toEqual({ session: 'default' })
  expect(there('/what/ever?x=1')).toEqual({ session: 'default' })
  expect(there('/s/%E0%A4%A')).toEqual({ session: '%E0%A4%A' })
})
