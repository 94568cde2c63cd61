import { expect, test } from 'vitest'
import { durationWords, shortMoment } from './words.ts'

test('a time span is told in the two largest units that matter', () => {
  expect([-5, 0, 449, 9_949, 9_950, 59_499, 59_500, 185_000, 3_599_400, 3_720_000, 90_000_000].map(durationWords)).toEqual(
    ['0.0 s', '0.0 s', '0.4 s', '9.9 s', '10 s', '59 s', '1 min 00 s', '3 min 05 s', '59 min 59 s', '1 h 02 min', '25 h 00 min'],
  )
})

test('a moment of today is told by the clock, an earlier one by its day', () => {
  const now = new Date(2026, 4, 3, 15, 30).getTime()
  expect([new Date(2026, 4, 3, 9, 5), new Date(2026, 4, 2, 23, 59)].map((at) => shortMoment(at.toISOString(), now))).toEqual(['09:05', '2 May'])
})
