import type { PointerEvent as ReactPointerEvent } from 'react'
import { drag } from './drag.ts'
import type { Engine } from './engine.ts'
import { withMoved, withWidth } from './layout.ts'
import type { Placed } from './layout.ts'
import type { GridColumn, GridLayout } from './types.ts'

export interface HeadDrag {
  readonly engine: Engine
  readonly columns: readonly GridColumn[]
  readonly layout: GridLayout
  readonly placed: Placed
  /** Shown while the gesture lasts; `undefined` ends it. */
  readonly onDraft: (layout: GridLayout | undefined) => void
  /** Where the line between two heads stands, from the grid's left edge. */
  readonly onDrop: (x: number | undefined) => void
  readonly onColumnsChange: (layout: GridLayout) => void
}

const threshold = 5

export function resizeByPointer(event: ReactPointerEvent, col: number, { layout, placed, onDraft, onColumnsChange }: HeadDrag): void {
  const place = placed.columns[col]
  if (!place || event.button !== 0) return
  const widthAt = (x: number) => withWidth(layout, place.column.id, place.width + x - event.clientX)
  drag({
    move: ({ clientX }) => onDraft(widthAt(clientX)),
    end({ clientX }, kept) {
      if (kept && clientX !== event.clientX) onColumnsChange(widthAt(clientX))
      onDraft(undefined)
    },
  })
}

/** Moves a column to where it is dropped. `onClick` is called when the pointer did not move. */
export function reorderByPointer(event: ReactPointerEvent, col: number, { engine, columns, layout, placed, onDrop, onColumnsChange }: HeadDrag, onClick: () => void): void {
  const place = placed.columns[col]
  if (!place || event.button !== 0) return
  const origin = event.currentTarget.closest('.dg')?.getBoundingClientRect().left ?? 0
  let target: { x: number; before: string | undefined } | undefined
  drag({
    move({ clientX }) {
      if (target === undefined && Math.abs(clientX - event.clientX) < threshold) return
      target = targetAt(engine, placed, clientX)
      onDrop(target.x - origin)
    },
    end(_, kept) {
      onDrop(undefined)
      if (!kept) return
      if (target) onColumnsChange(withMoved(columns, layout, { id: place.column.id, before: target.before }))
      else onClick()
    },
  })
}

/** The gap nearest to a point: its place in the window and the column that follows it. */
function targetAt(engine: Engine, placed: Placed, clientX: number): { x: number; before: string | undefined } {
  const [left, right] = [engine.rectOf({ row: -1, col: 0 }), engine.rectOf({ row: -1, col: placed.columns.length - 1 })]
  const col = clientX < left.left ? 0 : clientX > right.right ? placed.columns.length - 1 : columnUnder(engine, placed, clientX)
  const box = engine.rectOf({ row: -1, col })
  const after = clientX > box.left + box.width / 2
  return { x: after ? box.right : box.left, before: placed.columns[after ? col + 1 : col]?.column.id }
}

function columnUnder(engine: Engine, placed: Placed, clientX: number): number {
  const found = placed.columns.findIndex((_, col) => {
    const { left, right } = engine.rectOf({ row: -1, col })
    return clientX >= left && clientX < right
  })
  return Math.max(0, found)
}
