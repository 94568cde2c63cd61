import { useRef } from 'react'
import type { MouseEvent, RefObject } from 'react'
import { selectByPointer } from './cell-pointer.ts'
import type { Engine } from './engine.ts'
import type { Placed } from './layout.ts'
import { isSelected, selectCell } from './selection.ts'
import type { Cell, GridProps, Selection } from './types.ts'

interface Props extends Pick<GridProps, 'rowCount' | 'onSelect'> {
  readonly onInspect: GridProps['onInspect'] | undefined
  readonly onCellMenu: GridProps['onCellMenu'] | undefined
  readonly engine: Engine
  readonly placed: Placed
  readonly selection: Selection
  readonly rowsRef: RefObject<HTMLDivElement | null>
  readonly onPress: () => void
  readonly onPressed: GridProps['onPress'] | undefined
  readonly onHover: GridProps['onHover'] | undefined
}

/** Where the pool draws. React renders no row: the pointer's place tells which cell is meant. */
export function GridBody({ engine, placed, selection, rowCount, rowsRef, onPress, onPressed, onHover, onSelect, onInspect, onCellMenu }: Props) {
  const size = { rows: rowCount, cols: placed.columns.length }
  const hovered = useRef<number>(undefined)
  function hover(row: number | undefined): void {
    if (row === hovered.current) return
    hovered.current = row
    onHover?.(row)
  }
  function under(event: MouseEvent): { cell: Cell; id: string } | undefined {
    const cell = engine.hit(event.clientX, event.clientY)
    const column = cell && placed.columns[cell.col]?.column
    return cell && column && { cell, id: column.id }
  }
  return (
    <div
      role="presentation"
      className="dg-body"
      onPointerDown={(event) => {
        onPress()
        const at = engine.hit(event.clientX, event.clientY)
        if (at && event.button === 0 && onPressed?.(at.row, placed.columns[at.col]?.column.id, event)) return
        selectByPointer(event, { engine, size, selection, onSelect })
      }}
      {...(onHover ? { onPointerMove: (event) => hover(engine.rowUnder(event.clientY)), onPointerLeave: () => hover(undefined) } : {})}
      onPointerOver={(event) => {
        const { target } = event
        if (!(target instanceof HTMLElement)) return
        const text = target.textContent ?? ''
        const at = engine.hit(event.clientX, event.clientY)
        const full = (at && engine.textAt(at)) ?? text
        target.title = full !== text || target.scrollWidth > target.clientWidth ? full : ''
      }}
      onDoubleClick={(event) => {
        const at = under(event)
        if (at) onInspect?.(at.cell.row, at.id)
      }}
      onContextMenu={(event) => {
        const at = under(event)
        if (!at || !onCellMenu) return
        event.preventDefault()
        if (!isSelected(selection, at.cell.row, at.cell.col)) onSelect(selectCell(at.cell))
        onCellMenu(at.cell.row, at.id, new DOMRect(event.clientX, event.clientY, 0, 0))
      }}
    >
      <div role="rowgroup" ref={rowsRef} className="dg-rows" />
    </div>
  )
}
