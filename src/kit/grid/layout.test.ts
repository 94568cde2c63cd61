import { expect, test } from 'vitest'
import { columnsIn, emptyLayout, placed, withHidden, withMoved, withNudged, withPinned, withWidth } from './layout.ts'
import type { GridColumn, GridLayout } from './types.ts'

const columns: readonly GridColumn[] = ['a', 'b', 'c', 'd'].map((id) => ({ id, name: id, type: 'INTEGER', family: 'integer' }))

function order(layout: GridLayout, of: readonly GridColumn[] = columns): string {
  return placed(of, layout, Infinity).columns.map(({ column }) => column.id).join('')
}

test('a column is wide enough for the longest whole number met, unless somebody set its width', () => {
  const long = columns.map((column) => ({ ...column, letters: column.id === 'a' ? 17 : 3 }))
  const widthsOf = (layout: GridLayout) => placed(long, layout, 500).columns.map(({ width }) => width)
  expect([widthsOf(emptyLayout), widthsOf(withWidth(emptyLayout, 'a', 60))]).toEqual([[144, 104, 104, 104], [60, 104, 104, 104]])
})

test('columns stand one after the other, pinned ones first and apart', () => {
  const layout = withWidth(withPinned(emptyLayout, 'c', true), 'a', 200)
  expect(placed(columns, layout, 500)).toEqual({
    columns: [
      { column: columns[2], index: 2, left: 0, width: 104 },
      { column: columns[0], index: 0, left: 0, width: 200 },
      { column: columns[1], index: 1, left: 200, width: 104 },
      { column: columns[3], index: 3, left: 304, width: 104 },
    ],
    pinned: 1,
    pinnedWidth: 104,
    laneWidth: 408,
  })
})

test('pinned columns that find no room move with the others', () => {
  const layout = { ...emptyLayout, pinned: ['a', 'b', 'c'] }
  expect([placed(columns, layout, 220).pinned, placed(columns, layout, 90).pinned]).toEqual([2, 0])
})

test('a column is moved before another, to the end, and into the pinned part', () => {
  expect(order(withMoved(columns, emptyLayout, { id: 'd', before: 'b' }))).toBe('adbc')
  expect(order(withMoved(columns, emptyLayout, { id: 'a', before: undefined }))).toBe('bcda')
  expect(withMoved(columns, withPinned(emptyLayout, 'a', true), { id: 'd', before: 'a' }).pinned).toEqual(['a', 'd'])
  expect(withMoved(columns, emptyLayout, { id: 'a', before: 'a' })).toBe(emptyLayout)
})

test('a column is nudged past hidden ones and stops at the ends', () => {
  const layout = withHidden(emptyLayout, 'b', true)
  expect(order(withNudged(columns, layout, { id: 'c', by: -1 }))).toBe('cad')
  expect(withNudged(columns, layout, { id: 'd', by: 1 })).toBe(layout)
  expect(withNudged(columns, withPinned(layout, 'a', true), { id: 'c', by: -1 }).order).toEqual([])
})

test('columns that came later stand behind their neighbour in the data, those gone are forgotten', () => {
  const layout = { ...emptyLayout, order: ['d', 'x', 'b', 'a'] }
  expect(order(layout)).toBe('dbca')
  const later: readonly GridColumn[] = ['n', 'a', 'b'].map((id) => ({ id, name: id, type: 'DATE', family: 'date' }))
  expect(order(layout, later)).toBe('nba')
})

test('only the columns in view are found among 2,000', () => {
  const wide = Array.from({ length: 2_000 }, (_, i): GridColumn => ({ id: `c${i}`, name: '', type: 'INTEGER', family: 'integer' }))
  const all = placed(wide, withPinned(emptyLayout, 'c7', true), 300)
  expect(columnsIn(all, 0, 1_000)).toEqual({ from: 1, to: 11 })
  expect(columnsIn(all, 104 * 1_000 + 50, 1_000)).toEqual({ from: 1_001, to: 1_012 })
  expect(columnsIn(all, all.laneWidth - 1_000, 1_000)).toEqual({ from: 1_990, to: 2_000 })
})

test('widths stay between the narrowest and the widest', () => {
  expect([withWidth(emptyLayout, 'a', 3).widths, withWidth(emptyLayout, 'a', 9_999).widths]).toEqual([{ a: 48 }, { a: 1_200 }])
})
