import type { Placed } from './layout.ts'
import type { GridProps } from './types.ts'

/** What the grid shows, given anew to the painter whenever React renders. */
export interface Scene extends Pick<GridProps, 'rowCount' | 'cellsOf' | 'marks' | 'rowLabel' | 'drawn' | 'drawnLabel' | 'rowState' | 'selection' | 'onNeed' | 'version'> {
  /** Prefix of the ids that name the active cell or head. */
  readonly id: string
  readonly placed: Placed
  readonly headHeight: number
  readonly labelWidth: number
  /** The head that the keyboard stands on. */
  readonly headAt: number | undefined
}

/** Rows and moving columns in view; ends are exclusive. */
export interface Frame {
  readonly rows: { readonly from: number; readonly to: number }
  readonly cols: { readonly from: number; readonly to: number }
  readonly vy: number
  readonly hx: number
}

export const rowHeight = 28

export function cellId(id: string, row: number, col: number): string {
  return `${id}-${row}-${col}`
}

export function headId(id: string, col: number): string {
  return `${id}-h${col}`
}
