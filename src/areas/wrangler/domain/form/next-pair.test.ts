import { expect, test } from 'vitest'
import { namedPair, nextPair } from './next-pair.ts'

const column = (id: string, name: string, type = 'VARCHAR') => ({ id, name, type })
const here = [column('c0', 'date', 'TIMESTAMP'), column('c1', 'Origin'), column('c2', 'id', 'BIGINT'), column('c3', 'Plane No')]
const there = [column('c0', 'name'), column('c1', 'origin '), column('c2', 'id', 'INTEGER'), column('c3', 'plane_no')]

test('keys of one name are paired first, those that differ in case and signs after', () => {
  expect(nextPair(here, there, [])).toEqual({ left: 'c2', right: 'c2' })
  expect(nextPair(here, there, [{ left: 'c2', right: 'c2' }])).toEqual({ left: 'c1', right: 'c1' })
  expect(namedPair(here.slice(3), there, [])).toEqual({ left: 'c3', right: 'c3' })
})

test('columns that can never be equal are no keys, and only names make a pair sure', () => {
  expect(nextPair(here.slice(0, 1), there, [])).toBeUndefined()
  expect(namedPair([column('c0', 'id', 'BIGINT')], [column('c0', 'id')], [])).toBeUndefined()
  const flights = [column('c0', 'date', 'TIMESTAMP'), column('c1', 'delay', 'BIGINT'), column('c2', 'origin')]
  const airports = [column('c0', 'iata'), column('c1', 'latitude', 'DOUBLE')]
  expect([namedPair(flights, airports, []), nextPair(flights, airports, [])]).toEqual([undefined, { left: 'c2', right: 'c0' }])
})
