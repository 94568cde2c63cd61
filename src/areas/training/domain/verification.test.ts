import { expect, test } from 'vitest'
import { acceptable } from './verification.ts'

test('a difference to accept is what was measured, rounded up to two digits', () => {
  expect([0.595, 0.0552, 0.000101, 3.01e-7, 1234, 0.6].map(acceptable)).toEqual([0.6, 0.056, 0.00011, 3.1e-7, 1300, 0.6])
})
