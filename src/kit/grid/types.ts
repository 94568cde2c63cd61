import type { PointerEvent, ReactNode, Ref } from 'react'

export type GridFamily = 'integer' | 'number' | 'decimal' | 'text' | 'boolean' | 'date' | 'time' | 'timestamp' | 'nested' | 'other'

/** A column of the data. Cells and marks are indexed by its place in `columns`, whatever the layout shows. */
export interface GridColumn {
  readonly id: string
  readonly name: string
  /** The engine's type in full, such as `DECIMAL(18,3)`. */
  readonly type: string
  readonly family: GridFamily
  /** A word beside the name, such as `new`. */
  readonly badge?: string
  /** The longest whole number met in it, in letters: as wide it stands if nobody set a width. */
  readonly letters?: number
  /** What the column is in full, for the head's tooltip; without it, the type. */
  readonly about?: string
}

/** Content that is more than text; it is made anew only when `key` changes. */
export interface Drawn {
  readonly key: string
  readonly nodes: () => readonly Node[]
  /** Added to the cell's classes. */
  readonly look?: string
}

/** What a row of a tree is, beside its cells. */
export interface RowState {
  readonly look: string
  readonly level?: number
  /** Undefined for a row that has nothing under it. */
  readonly open?: boolean
  readonly selected?: boolean
}

/** How a person arranged the columns, by id; ids that are gone are ignored, columns not named stand where the data has them. */
export interface GridLayout {
  readonly order: readonly string[]
  readonly widths: Readonly<Record<string, number>>
  readonly pinned: readonly string[]
  readonly hidden: readonly string[]
}

/** A place on screen: `col` counts shown columns from the left, pinned ones first. */
export interface Cell {
  readonly row: number
  readonly col: number
}

/** All four edges belong to the range. */
export interface Range {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** `active` is the end that moves and is announced, `anchor` the one that stays. */
export interface Selection {
  readonly active: Cell | undefined
  readonly anchor: Cell | undefined
  readonly ranges: readonly Range[]
}

/** Rows `from` up to but without `to`, of these columns from left to right. */
export interface Area {
  readonly from: number
  readonly to: number
  readonly columns: readonly string[]
}

/** What the grid is about to show: `visible` rows now, `from` to `to` with the windows fetched ahead. All ends are exclusive. */
export interface Need extends Area {
  readonly visible: { readonly from: number; readonly to: number }
  readonly direction: 'up' | 'down' | 'none'
}

export type Mark = 'changed' | 'failed' | 'added'
export type CopyFormat = 'tsv' | 'csv' | 'json'

export interface SortKey {
  readonly columnId: string
  readonly descending: boolean
}

export interface GridHandle {
  /** Brings a row, counted from 0, to the middle and makes it active. */
  readonly goToRow: (row: number) => void
  readonly goToColumn: (columnId: string) => void
  readonly focus: () => void
  readonly firstRow: () => number
  /** Moves by whole rows at once, as when rows come in above. */
  readonly shift: (rows: number) => void
}

export interface GridProps {
  /** What the table holds, for those who hear it. */
  readonly label: string
  readonly columns: readonly GridColumn[]
  readonly layout?: GridLayout
  readonly rowCount: number
  /** Raised whenever `cellsOf`, `marks` or `rowLabel` would answer otherwise than before. */
  readonly version: number
  /** A cached row, by data column; an `undefined` row or cell is drawn as a skeleton. */
  readonly cellsOf: (row: number) => readonly unknown[] | undefined
  readonly marks?: (row: number, columnIndex: number) => Mark | undefined
  readonly rowLabel?: (row: number) => string
  /** The longest text that `rowLabel` may answer, where the last row's is not it. */
  readonly widestLabel?: string
  /** Cells that are more than text; undefined leaves the cell to its value. */
  readonly drawn?: (row: number, columnIndex: number) => Drawn | undefined
  /** What stands in the row's label instead of text, such as a box to tick, and in the label's head. */
  readonly drawnLabel?: (row: number) => Drawn
  readonly labelHead?: ReactNode
  readonly labelWidth?: number
  /** Rows are a tree: which level a row has, whether it stands open. */
  readonly rowState?: (row: number) => RowState | undefined
  readonly headHeight?: number
  /** A press on a cell, or on a label where there is no column; true when it was answered, so that nothing is selected. */
  readonly onPress?: (row: number, columnId: string | undefined, event: PointerEvent) => boolean
  /** The pointer came to another row, or left. */
  readonly onHover?: (row: number | undefined) => void
  /** What stands under the name in a head of 92 px: quality bar, histogram, figures. */
  readonly head?: (column: GridColumn) => ReactNode
  readonly sort?: readonly SortKey[]
  readonly selection: Selection
  readonly onSelect: (selection: Selection) => void
  readonly onNeed: (need: Need) => void
  readonly onSort?: (columnId: string, additive: boolean) => void
  readonly onHeaderMenu?: (columnId: string, at: DOMRect) => void
  readonly onCellMenu?: (row: number, columnId: string, at: DOMRect) => void
  readonly onColumnsChange?: (layout: GridLayout) => void
  readonly onInspect?: (row: number, columnId: string) => void
  readonly onCopy?: (format: CopyFormat, areas: readonly Area[]) => void
  readonly onFind?: () => void
  readonly onGoTo?: () => void
  /** Drawn in place of the rows when there are none. */
  readonly empty?: ReactNode
  readonly ref?: Ref<GridHandle>
}
