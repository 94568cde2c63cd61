import type { PointerEvent as ReactPointerEvent } from 'react'
import { drag } from './drag.ts'
import type { Engine } from './engine.ts'
import { addCell, extendTo, selectCell, selectRows } from './selection.ts'
import type { Size } from './selection.ts'
import type { Cell, Selection } from './types.ts'

interface Needs {
  readonly engine: Engine
  readonly size: Size
  readonly selection: Selection
  readonly onSelect: (selection: Selection) => void
}

/** Selects with the pointer: a press, a drag past the edges too, Shift to extend, Ctrl to add, the row's label for rows. */
export function selectByPointer(event: ReactPointerEvent, { engine, size, selection, onSelect }: Needs): void {
  const start = engine.hit(event.clientX, event.clientY)
  if (!start || event.button !== 0 || size.cols === 0) return
  const wholeRows = start.col < 0
  const mod = event.ctrlKey || event.metaKey
  let current = wholeRows ? selectRows(event.shiftKey ? (selection.anchor?.row ?? start.row) : start.row, start.row, size) : begun(selection, start, { shift: event.shiftKey, mod })
  const anchorRow = current.anchor?.row ?? start.row
  let pointer = { x: event.clientX, y: event.clientY }
  let timer = 0
  const box = event.currentTarget.getBoundingClientRect()
  onSelect(current)
  drag({
    move(moved) {
      pointer = { x: moved.clientX, y: moved.clientY }
      extend()
      cancelAnimationFrame(timer)
      timer = requestAnimationFrame(follow)
    },
    end: () => cancelAnimationFrame(timer),
  })

  function extend(): void {
    const cell = engine.hit(pointer.x, pointer.y)
    if (!cell || (cell.row === current.active?.row && (wholeRows || cell.col === current.active.col))) return
    current = wholeRows ? selectRows(anchorRow, cell.row, size) : extendTo(current, { row: cell.row, col: Math.max(0, cell.col) })
    onSelect(current)
  }

  function follow(): void {
    const dy = beyond(pointer.y, box.top, box.bottom)
    const dx = wholeRows ? 0 : beyond(pointer.x, box.left, box.right)
    if (dy === 0 && dx === 0) return
    engine.scrollBy(dy, dx)
    extend()
    timer = requestAnimationFrame(follow)
  }
}

function begun(selection: Selection, cell: Cell, { shift, mod }: { shift: boolean; mod: boolean }): Selection {
  if (shift) return extendTo(selection, cell)
  return mod ? addCell(selection, cell) : selectCell(cell)
}

/** How far to scroll in a frame: the further out, the faster. */
function beyond(value: number, low: number, high: number): number {
  const out = value < low ? value - low : Math.max(0, value - high)
  return Math.sign(out) * Math.min(200, Math.abs(out) / 2)
}
