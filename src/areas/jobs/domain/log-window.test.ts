import { expect, test } from 'vitest'
import { grown, growsFrom, nextFound, pagesFor, tailOf } from './log-window.ts'
import type { LogPart } from './log-window.ts'

const part = (first: number, to: number, total = to): LogPart => ({ first, lines: Array.from({ length: to - first }, (_, i) => `line ${first + i}`), total })
const told = (tail: LogPart | undefined) => tail && [tail.first, tail.lines.length, tail.lines[0], tail.lines.at(-1), tail.total]

test('the end of a log begins at a page and holds at least 200 lines', () => {
  expect([part(0, 10), part(0, 700), part(500, 1200), part(800, 1500), part(301, 1001)].map((one) => told(tailOf(one)))).toEqual([
    [0, 10, 'line 0', 'line 9', 10], [500, 200, 'line 500', 'line 699', 700], [1000, 200, 'line 1000', 'line 1199', 1200], [1000, 500, 'line 1000', 'line 1499', 1500], [500, 501, 'line 500', 'line 1000', 1001],
  ])
})

test('what is written is added, and the last line may have grown', () => {
  const tail = tailOf({ first: 0, lines: ['a', 'b', 'hal'], total: 3 })
  expect([growsFrom(undefined), growsFrom(tail), grown(tail, { first: 2, lines: ['half', 'c'], total: 4 })]).toEqual([-700, 2, { first: 0, lines: ['a', 'b', 'half', 'c'], total: 4 }])
})

test('an answer that does not reach the end, or leaves a gap, is asked for anew', () => {
  const tail = tailOf(part(0, 900))
  expect([grown(tail, part(899, 1300, 9000)), grown(tail, part(1200, 1300)), grown(undefined, part(600, 650, 650))]).toEqual([undefined, undefined, undefined])
  expect(told(grown(undefined, part(8300, 9000)))).toEqual([8500, 500, 'line 8500', 'line 8999', 9000])
})

test('a log that became shorter begins anew', () => {
  expect(told(grown(tailOf(part(0, 900)), part(0, 3)))).toEqual([0, 3, 'line 0', 'line 2', 3])
})

test('only pages before the end are asked for', () => {
  const tail = tailOf(part(9300, 10_000))
  expect([tail.first, pagesFor({ from: 9600, to: 9700 }, tail), pagesFor({ from: 480, to: 520 }, tail), pagesFor({ from: 9490, to: 9600 }, tail)]).toEqual([9500, [], [0, 1], [18]])
})

test('found lines follow one another round the ends', () => {
  expect([nextFound([3, 9, 40], 9, 1), nextFound([3, 9, 40], 40, 1), nextFound([3, 9, 40], 9, -1), nextFound([3, 9, 40], 3, -1), nextFound([], 0, 1)]).toEqual([2, 0, 0, 2, undefined])
})
