import { expect, test } from 'vitest'
import { emptyLayout, placed } from './layout.ts'
import { addCell, areasOf, cellCount, clamped, collapsed, extendTo, isActive, isSelected, nothingSelected, selectAll, selectCell, selectColumn, selectRows } from './selection.ts'
import type { GridColumn } from './types.ts'

const size = { rows: 100, cols: 4 }
const columns = ['a', 'b', 'c', 'd'].map((id): GridColumn => ({ id, name: id, type: 'VARCHAR', family: 'text' }))

test('a range is stretched around its anchor in every direction', () => {
  const start = selectCell({ row: 5, col: 2 })
  expect(extendTo(extendTo(start, { row: 9, col: 3 }), { row: 3, col: 1 })).toEqual({
    active: { row: 3, col: 1 },
    anchor: { row: 5, col: 2 },
    ranges: [{ top: 3, bottom: 5, left: 1, right: 2 }],
  })
})

test('a second range is begun beside the first and stretched alone', () => {
  const two = extendTo(addCell(selectCell({ row: 1, col: 0 }), { row: 7, col: 2 }), { row: 8, col: 3 })
  expect(two.ranges).toEqual([{ top: 1, bottom: 1, left: 0, right: 0 }, { top: 7, bottom: 8, left: 2, right: 3 }])
  expect([isSelected(two, 1, 0), isSelected(two, 8, 2), isSelected(two, 1, 2), isActive(two, 8, 3), cellCount(two)]).toEqual([true, true, false, true, 5])
  expect(collapsed(two)).toEqual(selectCell({ row: 8, col: 3 }))
})

test('rows, columns and all are selected whole', () => {
  expect(selectRows(9, 4, size).ranges).toEqual([{ top: 4, bottom: 9, left: 0, right: 3 }])
  expect(selectColumn(2, size).ranges).toEqual([{ top: 0, bottom: 99, left: 2, right: 2 }])
  expect(selectAll(size, { row: 3, col: 1 })).toEqual({ active: { row: 3, col: 1 }, anchor: { row: 0, col: 0 }, ranges: [{ top: 0, bottom: 99, left: 0, right: 3 }] })
  expect(selectAll({ rows: 0, cols: 4 }, undefined)).toBe(nothingSelected)
})

test('a selection shrinks with its table', () => {
  const all = selectAll(size, { row: 80, col: 3 })
  expect(clamped(all, { rows: 10, cols: 2 })).toEqual({ active: { row: 9, col: 1 }, anchor: { row: 0, col: 0 }, ranges: [{ top: 0, bottom: 9, left: 0, right: 1 }] })
  expect(clamped(all, { rows: 0, cols: 2 })).toBe(nothingSelected)
})

test('areas name rows and columns as the layout shows them', () => {
  const shown = placed(columns, { ...emptyLayout, order: ['d', 'c', 'b', 'a'], hidden: ['c'] }, 0)
  const two = extendTo(addCell(selectCell({ row: 8, col: 2 }), { row: 1, col: 0 }), { row: 2, col: 1 })
  expect(areasOf(two, shown)).toEqual([{ from: 1, to: 3, columns: ['d', 'b'] }, { from: 8, to: 9, columns: ['a'] }])
})
