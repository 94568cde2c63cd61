import { useSyncExternalStore } from 'react'
import type { ReactNode, RefObject } from 'react'
import { HeadCell } from './HeadCell.tsx'
import { reorderByPointer, resizeByPointer } from './head-drag.ts'
import type { HeadDrag } from './head-drag.ts'
import { withWidth } from './layout.ts'
import { headId } from './scene.ts'
import { fittingWidth } from './fit.ts'
import type { GridProps, SortKey } from './types.ts'

interface Props {
  readonly head: GridProps['head'] | undefined
  readonly onSort: GridProps['onSort'] | undefined
  readonly onHeaderMenu: GridProps['onHeaderMenu'] | undefined
  readonly id: string
  readonly height: number
  readonly labelWidth: number
  readonly sort: readonly SortKey[] | undefined
  readonly headAt: number | undefined
  readonly gestures: HeadDrag
  readonly labelHead: GridProps['labelHead']
  readonly laneRef: RefObject<HTMLDivElement | null>
}

/** The first row of the grid: only the heads in view are drawn. */
export function GridHead({ id, height, labelWidth, sort, headAt, gestures, labelHead, laneRef, head, onSort, onHeaderMenu }: Props) {
  const { placed, layout, engine, onColumnsChange } = gestures
  const view = useSyncExternalStore(engine.subscribe, engine.view)
  function cell(col: number): ReactNode {
    const place = placed.columns[col]
    if (!place) return null
    const { column, left, width } = place
    const sorted = sortOf(sort ?? [], column.id)
    return (
      <HeadCell
        key={column.id}
        id={headId(id, col)}
        column={column}
        position={col}
        left={col < placed.pinned ? labelWidth + left : left}
        width={width}
        pinned={col < placed.pinned}
        focused={headAt === col}
        sorted={sorted}
        onPress={(event) => reorderByPointer(event, col, gestures, () => onSort?.(column.id, event.shiftKey || event.ctrlKey || event.metaKey))}
        onResize={(event) => resizeByPointer(event, col, gestures)}
        onFit={() => onColumnsChange(withWidth(layout, column.id, fittingWidth(column, engine.textsOf(col))))}
        onMenu={onHeaderMenu && ((at) => onHeaderMenu(column.id, at))}
      >
        {head?.(column)}
      </HeadCell>
    )
  }
  const moving = Array.from({ length: Math.max(0, view.to - view.from) }, (_, i) => view.from + i)
  return (
    <div role="rowgroup" className="dg-head" style={{ height }}>
      <div role="row" aria-rowindex={1} className="dg-headrow">
        <div role="columnheader" aria-colindex={1} className="dg-corner" style={{ width: labelWidth }}>{labelHead ?? 'row'}</div>
        {Array.from({ length: placed.pinned }, (_, col) => cell(col))}
        <div role="presentation" className="dg-headclip" style={{ left: labelWidth + placed.pinnedWidth }}>
          <div role="presentation" className="dg-lane" ref={laneRef}>{moving.filter((col) => col >= placed.pinned).map(cell)}</div>
        </div>
      </div>
    </div>
  )
}

/** A column's part in the order: ranks are shown when several columns sort. */
function sortOf(sort: readonly SortKey[], id: string): { descending: boolean; rank: number; alone: boolean } | undefined {
  const rank = sort.findIndex(({ columnId }) => columnId === id)
  const key = sort[rank]
  return key && { descending: key.descending, rank: rank + 1, alone: sort.length === 1 }
}
