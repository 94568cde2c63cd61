import type { Placed } from './layout.ts'
import type { Area, Cell, Range, Selection } from './types.ts'

export const nothingSelected: Selection = { active: undefined, anchor: undefined, ranges: [] }

export interface Size {
  readonly rows: number
  readonly cols: number
}

export function selectCell(cell: Cell): Selection {
  return { active: cell, anchor: cell, ranges: [between(cell, cell)] }
}

/** Moves the open end of the last range; the anchor stays. */
export function extendTo(selection: Selection, cell: Cell): Selection {
  const anchor = selection.anchor ?? cell
  return { active: cell, anchor, ranges: [...selection.ranges.slice(0, -1), between(anchor, cell)] }
}

/** Begins one more range beside those there are. */
export function addCell(selection: Selection, cell: Cell): Selection {
  return { active: cell, anchor: cell, ranges: [...selection.ranges, between(cell, cell)] }
}

/** Whole rows, from one to the other. */
export function selectRows(from: number, to: number, { cols }: Size): Selection {
  const range = { ...between({ row: from, col: 0 }, { row: to, col: 0 }), left: 0, right: Math.max(0, cols - 1) }
  return { active: { row: to, col: 0 }, anchor: { row: from, col: 0 }, ranges: [range] }
}

export function selectColumn(col: number, { rows }: Size, row = 0): Selection {
  return { active: { row, col }, anchor: { row: 0, col }, ranges: [{ top: 0, bottom: Math.max(0, rows - 1), left: col, right: col }] }
}

export function selectAll({ rows, cols }: Size, active: Cell | undefined): Selection {
  if (rows === 0 || cols === 0) return nothingSelected
  const at = active ?? { row: 0, col: 0 }
  return { active: at, anchor: { row: 0, col: 0 }, ranges: [{ top: 0, bottom: rows - 1, left: 0, right: cols - 1 }] }
}

/** Only the active cell remains. */
export function collapsed({ active }: Selection): Selection {
  return active ? selectCell(active) : nothingSelected
}

export function isSelected({ ranges }: Selection, row: number, col: number): boolean {
  return ranges.some(({ top, bottom, left, right }) => row >= top && row <= bottom && col >= left && col <= right)
}

export function isActive({ active }: Selection, row: number, col: number): boolean {
  return active?.row === row && active.col === col
}

/** What is left of a selection when the table became smaller. */
export function clamped(selection: Selection, { rows, cols }: Size): Selection {
  if (rows === 0 || cols === 0) return nothingSelected
  const inside = (cell: Cell | undefined) => cell && { row: Math.min(cell.row, rows - 1), col: Math.min(cell.col, cols - 1) }
  const ranges = selection.ranges
    .filter(({ top, left }) => top < rows && left < cols)
    .map((range) => ({ ...range, bottom: Math.min(range.bottom, rows - 1), right: Math.min(range.right, cols - 1) }))
  return { active: inside(selection.active), anchor: inside(selection.anchor), ranges }
}

/** The number of cells, counting those in two ranges twice. */
export function cellCount({ ranges }: Selection): number {
  return ranges.reduce((sum, { top, bottom, left, right }) => sum + (bottom - top + 1) * (right - left + 1), 0)
}

/** The ranges in the words of the data: rows and column ids, from top to bottom. */
export function areasOf({ ranges }: Selection, { columns }: Pick<Placed, 'columns'>): readonly Area[] {
  return ranges
    .map(({ top, bottom, left, right }) => ({ from: top, to: bottom + 1, columns: columns.slice(left, right + 1).map(({ column }) => column.id) }))
    .toSorted((a, b) => a.from - b.from)
}

function between(a: Cell, b: Cell): Range {
  return { top: Math.min(a.row, b.row), bottom: Math.max(a.row, b.row), left: Math.min(a.col, b.col), right: Math.max(a.col, b.col) }
}
