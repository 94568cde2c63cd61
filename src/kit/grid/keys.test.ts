import { expect, test } from 'vitest'
import { cellCommandOf, headCommandOf, stepOf } from './keys.ts'
import type { Press } from './keys.ts'

const size = { rows: 100_000_000, cols: 12, page: 20 }

function press(words: string): Press {
  const parts = words.split('+')
  return { key: parts.at(-1) ?? '', mod: parts.includes('Ctrl'), shift: parts.includes('Shift'), alt: parts.includes('Alt') }
}

test('keys move the active cell as in every grid', () => {
  const at = { row: 50, col: 5 }
  const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End', 'Ctrl+Home', 'Ctrl+End', 'Ctrl+ArrowDown', 'Shift+ArrowUp']
  expect(keys.map((key) => stepOf(press(key), at, size)).map((cell) => cell && [cell.row, cell.col])).toEqual([
    [49, 5], [51, 5], [50, 4], [50, 6], [30, 5], [70, 5], [50, 0], [50, 11], [0, 0], [99_999_999, 11], [99_999_999, 5], [49, 5],
  ])
})

test('movement ends at the edges, and above the first row is the head', () => {
  expect(stepOf(press('ArrowUp'), { row: 0, col: 3 }, size)).toEqual({ row: -1, col: 3 })
  expect(stepOf(press('PageDown'), { row: 99_999_990, col: 3 }, size)).toEqual({ row: 99_999_999, col: 3 })
  expect(stepOf(press('ArrowLeft'), { row: 4, col: 0 }, size)).toEqual({ row: 4, col: 0 })
  expect(stepOf(press('Alt+ArrowLeft'), { row: 4, col: 3 }, size)).toBeUndefined()
})

test('commands on cells have their usual keys', () => {
  const keys = ['Ctrl+a', 'Ctrl+C', 'Ctrl+f', 'Ctrl+g', 'Enter', 'F2', 'Shift+F10', 'ContextMenu', 'Escape', 'Shift+ ', 'Ctrl+ ', 'x']
  expect(keys.map((key) => cellCommandOf(press(key)))).toEqual(['all', 'copy', 'find', 'goto', 'inspect', 'inspect', 'menu', 'menu', 'collapse', 'row', 'column', undefined])
})

test('the head is walked, sorted, resized, reordered and left by keyboard', () => {
  const keys = ['ArrowRight', 'ArrowLeft', 'Enter', 'Shift+Enter', 'Alt+ArrowLeft', 'Ctrl+ArrowRight', 'Ctrl+Shift+ArrowLeft', 'Shift+F10', 'ArrowDown', 'End', 'x']
  expect(keys.map((key) => headCommandOf(press(key), 0, 3))).toEqual([
    { kind: 'to', col: 1 }, { kind: 'to', col: 0 }, { kind: 'sort', additive: false }, { kind: 'sort', additive: true }, { kind: 'nudge', by: -1 },
    { kind: 'resize', by: 8 }, { kind: 'resize', by: -1 }, { kind: 'menu' }, { kind: 'body' }, { kind: 'to', col: 2 }, undefined,
  ])
})
