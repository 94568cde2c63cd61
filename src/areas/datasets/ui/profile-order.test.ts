import { expect, test } from 'vitest'
import type { ProfiledColumn } from '../domain/profile.ts'
import { ordered, pressed } from './profile-order.ts'

const column = (name: string, missing: number, distinct: number): ProfiledColumn => ({ name, missing, distinct, valid: 9, type: 'VARCHAR', kind: 'category', min: null, max: null, mean: null, deviation: null, bins: [], others: 0 })
const columns = [column('b', 0, 3), column('a', 5, 3), column('c', 0, 9)]
const names = (by: 'place' | 'name' | 'missing' | 'distinct', down: boolean) => ordered({ columns }, { by, down }).map(({ column: { name } }) => name).join('')

test('columns stand in the order of a figure, equals as in the table', () => {
  expect([names('place', false), names('place', true), names('name', false), names('missing', true), names('missing', false), names('distinct', true)]).toEqual(['bac', 'cab', 'abc', 'abc', 'bca', 'cba'])
})

test('a figure is first sorted down, then up, then no more', () => {
  const first = pressed({ by: 'place', down: false }, 'missing')
  const second = pressed(first, 'missing')
  expect([first, second, pressed(second, 'missing'), pressed(first, 'name')]).toEqual([{ by: 'missing', down: true }, { by: 'missing', down: false }, { by: 'place', down: false }, { by: 'name', down: false }])
})
