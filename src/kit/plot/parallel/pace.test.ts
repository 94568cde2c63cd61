import { expect, test } from 'vitest'
import { nextPace } from './pace.ts'

test('a late frame draws fewer lines, one in time somewhat more, within bounds', () => {
  expect([nextPace(4000, 80), nextPace(1000, 16.7), nextPace(100, 100), nextPace(6000, 16)]).toEqual([700, 1040, 120, 6000])
})

test('a pause is no late frame', () => {
  expect(nextPace(900, 400)).toBe(900)
})
