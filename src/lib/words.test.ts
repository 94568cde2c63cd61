import { expect, test } from 'vitest'
import { plural } from './words.ts'

test('one is said as one', () => {
  expect([plural(1, 'row'), plural(2000, 'row'), plural(0, 'row')]).toEqual(['1 row', '2,000 rows', '0 rows'])
  const words = { one: 'value lies', many: 'values lie' }
  expect([plural(1, words), plural(2, words)]).toEqual(['1 value lies', '2 values lie'])
})
