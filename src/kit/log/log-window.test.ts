import { expect, test } from 'vitest'
import { plain } from '#lib/ansi.ts'
import { grown, growsFrom, lineIn, nextFound, pageAsked, pageOf, pagesFor, pagesLeft, tailOf } from './log-window.ts'
import type { LogPart } from './log-window.ts'

const part = (first: number, to: number, total = to): LogPart => ({ first, lines: Array.from({ length: to - first }, (_, i) => `line ${first + i}`), total, style: plain })
const told = (tail: LogPart | undefined) => tail && [tail.first, tail.lines.length, tail.lines[0], tail.lines.at(-1), tail.total]

test('the end of a log begins at a page and holds at least 200 lines', () => {
  expect([part(0, 10), part(0, 700), part(500, 1200), part(800, 1500), part(301, 1001)].map((one) => told(tailOf(one)))).toEqual([
    [0, 10, 'line 0', 'line 9', 10], [500, 200, 'line 500', 'line 699', 700], [1000, 200, 'line 1000', 'line 1199', 1200], [1000, 500, 'line 1000', 'line 1499', 1500], [500, 501, 'line 500', 'line 1000', 1001],
  ])
})

test('what is written is added, and the last line may have grown', () => {
  const tail = tailOf({ first: 0, lines: ['a', 'b', 'hal'], total: 3, style: plain })
  expect([growsFrom(undefined), growsFrom(tail), grown(tail, { first: 2, lines: ['half', 'c'], total: 4 })]).toEqual([-800, 2, { first: 0, lines: ['a', 'b', 'half', 'c'], total: 4, style: plain }])
})

test('an answer that does not reach the end, or leaves a gap, is asked for anew', () => {
  const tail = tailOf(part(0, 900))
  expect([grown(tail, part(899, 1300, 9000)), grown(tail, part(1200, 1300)), grown(undefined, part(600, 650, 650))]).toEqual([undefined, undefined, undefined])
  expect(told(grown(undefined, part(8200, 9000)))).toEqual([8200, 800, 'line 8200', 'line 8999', 9000])
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

test('colours carry over lines: within a part, from the lines before a page, and into the end when it begins later', () => {
  const red = { fg: 1 }
  const lines = Array.from({ length: 1000 }, (_, i) => (i === 450 ? '\u001b[31mred from here' : i === 900 ? 'to here\u001b[0m' : `line ${i}`))
  const { from, lines: count } = pageAsked(1)
  const page = pageOf(1, { first: from, lines: lines.slice(from, from + count), total: 1000 })
  const end = tailOf({ first: 0, lines, total: 1000, style: plain })
  expect([from, count, page.first, page.lines.length, lineIn(page, 500), lineIn(page, 901), lineIn(page, 499)]).toEqual([400, 600, 500, 500, { text: 'line 500', style: red }, { text: 'line 901', style: plain }, undefined])
  expect([end.first, end.style, lineIn(end, 900)?.style, lineIn(end, 901)?.style]).toEqual([500, red, red, plain])
})

test('pages that the end leaves behind are kept whole', () => {
  const left = pagesLeft(part(500, 2100))
  expect([...left].map(([page, { first, lines }]) => [page, first, lines.length, lines[0]])).toEqual([[1, 500, 500, 'line 500'], [2, 1000, 500, 'line 1000']])
  expect(pagesLeft(part(0, 600)).size).toBe(0)
})
