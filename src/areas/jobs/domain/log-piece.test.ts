import { expect, test } from 'vitest'
import { lastWritten, longestLine, longestRewritten, pieceAt } from './log-piece.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test('a line ends at its line feed, a long one without any comes in pieces', () => {
  expect([pieceAt(bytes('ab\ncd'), 0), pieceAt(bytes('ab\ncd'), 3), pieceAt(bytes('x'.repeat(longestLine + 5)), 0)]).toEqual([{ end: 2, next: 3 }, undefined, { end: longestLine, next: longestLine }])
})

test('a progress bar that rewrites its line stays one line, up to a bound', () => {
  const bar = Array.from({ length: 400 }, (_, i) => `\r${String(i).padStart(100, '#')}`).join('')
  expect([pieceAt(bytes(bar), 0), pieceAt(bytes(`${bar}\nnext`), 0), pieceAt(bytes(`\r${'x'.repeat(longestRewritten)}`), 0)]).toEqual([
    undefined, { end: bar.length, next: bar.length + 1 }, { end: longestRewritten, next: longestRewritten },
  ])
})

test('of a rewritten line the last state is shown', () => {
  expect(['plain', '10%\r50%\r100%', 'done\r', '\r\r', '10%\r   '].map(lastWritten)).toEqual(['plain', '100%', 'done', '', '10%'])
})

test('what was written over leaves its colours, as on a terminal', () => {
  expect(['\u001b[32m10%\r20%\u001b[0m', '\u001b[0m10%\r20%'].map(lastWritten)).toEqual(['\u001b[32m20%\u001b[0m', '\u001b[0m20%'])
})
