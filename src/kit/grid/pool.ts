import { newCell, paintCell, putDrawn, setOrRemove } from './paint-cell.ts'
import type { CellSlot } from './paint-cell.ts'
import { grouped } from './format.ts'
import { rowHeight } from './scene.ts'
import type { Frame, Scene } from './scene.ts'
import type { Cell, RowState } from './types.ts'

interface RowSlot {
  readonly element: HTMLElement
  readonly label: HTMLElement
  readonly labelText: Text
  readonly lane: HTMLElement
  readonly pinned: CellSlot[]
  readonly cells: CellSlot[]
  row: number
  stamp: number
  base: number
  hx: number
  visible: boolean
  busy: boolean
  drawn: string | undefined
  look: string
}

export interface Pool {
  /** Draws a frame; `stamp` differs from the last one's when anything but the position changed. */
  readonly paint: (scene: Scene, frame: Frame, stamp: number) => void
  /** The texts now seen in a column, in full. */
  readonly textsOf: (col: number) => readonly string[]
  /** The text of a cell in full; undefined where more than text is drawn. */
  readonly textAt: (cell: Cell) => string | undefined
}

/** Rows further than this from the origin are laid out from a new one, so that coordinates stay small. */
const reach = 2_000

/** Recycled rows of recycled cells: row `r` lives in slot `r mod rows`, column `c` in slot `c mod columns`. */
export function createPool(host: HTMLElement): Pool {
  const rows: RowSlot[] = []
  let base = 0
  return {
    paint(scene, frame, stamp) {
      const { from, to } = frame.rows
      while (rows.length < to - from) rows.push(addRow(host, rows))
      if (Math.abs(from - base) > reach) base = from
      host.style.transform = `translate3d(0,${base * rowHeight - Math.round(frame.vy)}px,0)`
      for (let row = from; row < to; row++) {
        const slot = rows[row % rows.length]
        if (slot) paintRow(slot, { scene, frame, stamp, row, base })
      }
      for (const slot of rows) show(slot, slot.row >= from && slot.row < to)
    },
    textsOf(col) {
      const shown = rows.filter((slot) => slot.visible).flatMap((slot) => [...slot.pinned, ...slot.cells])
      return shown.filter((cell) => cell.visible && cell.col === col).map((cell) => cell.full)
    },
    textAt({ row, col }) {
      const slot = rows[row % rows.length]
      const cell = [...(slot?.pinned ?? []), ...(slot?.cells ?? [])].find((one) => one.visible && one.col === col)
      return cell?.drawn === undefined ? cell?.full : undefined
    },
  }
}

function paintRow(slot: RowSlot, { scene, frame, stamp, row, base }: { scene: Scene; frame: Frame; stamp: number; row: number; base: number }): void {
  const cells = scene.cellsOf(row)
  const fresh = slot.row !== row || slot.stamp !== stamp
  if (slot.row !== row || slot.base !== base) slot.element.style.top = `${(row - base) * rowHeight}px`
  if (fresh) setRow(slot, scene, { row, busy: cells === undefined })
  if (slot.hx !== frame.hx || slot.stamp !== stamp) slot.lane.style.transform = `translateX(${-frame.hx}px)`
  fill(slot.pinned, slot.element, scene.placed.pinned)
  fill(slot.cells, slot.lane, frame.cols.to - frame.cols.from)
  const draw = (pool: readonly CellSlot[], from: number, to: number) => {
    for (let col = from; col < to; col++) {
      const cell = pool[col % pool.length]
      if (cell) paintCell(cell, scene, { row, col, stamp, cells })
    }
    for (const cell of pool) show(cell, cell.col >= from && cell.col < to)
  }
  draw(slot.pinned, 0, scene.placed.pinned)
  draw(slot.cells, frame.cols.from, frame.cols.to)
  slot.row = row
  slot.stamp = stamp
  slot.base = base
  slot.hx = frame.hx
}

function setRow(slot: RowSlot, scene: Scene, { row, busy }: { row: number; busy: boolean }): void {
  const drawn = scene.drawnLabel?.(row)
  if (!drawn) slot.labelText.data = scene.rowLabel?.(row) ?? grouped(String(row + 1))
  slot.label.setAttribute('role', drawn ? 'gridcell' : 'rowheader')
  slot.drawn = putDrawn(slot.label, { drawn, before: slot.drawn, plain: slot.labelText })
  if (scene.rowState) setRowState(slot, scene.rowState(row))
  slot.lane.style.left = `${scene.labelWidth + scene.placed.pinnedWidth}px`
  slot.label.style.width = `${scene.labelWidth}px`
  slot.element.style.setProperty('--label', `${scene.labelWidth}px`)
  if (slot.row !== row) slot.element.setAttribute('aria-rowindex', String(row + 2))
  if (slot.busy !== busy) slot.element.setAttribute('aria-busy', String(busy))
  slot.busy = busy
}

function setRowState(slot: RowSlot, state: RowState | undefined): void {
  const look = JSON.stringify(state ?? null)
  if (slot.look === look) return
  slot.look = look
  slot.element.className = `dg-row ${state?.look ?? ''}`
  setOrRemove(slot.element, 'aria-level', state?.level === undefined ? '' : String(state.level))
  setOrRemove(slot.element, 'aria-expanded', state?.open === undefined ? '' : String(state.open))
  setOrRemove(slot.element, 'aria-selected', state?.selected === undefined ? '' : String(state.selected))
}

function addRow(host: HTMLElement, rows: RowSlot[]): RowSlot {
  // A different number of slots deals the rows anew.
  for (const slot of rows) slot.row = -1
  const element = part('dg-row', 'row')
  const label = part('dg-c dg-label', 'rowheader')
  const labelText = document.createTextNode('')
  const lane = part('dg-lane', 'presentation')
  label.setAttribute('aria-colindex', '1')
  label.append(labelText)
  element.append(lane, label)
  host.append(element)
  return { element, label, labelText, lane, pinned: [], cells: [], row: -1, stamp: -1, base: -1, hx: -1, visible: true, busy: false, drawn: undefined, look: '' }
}

function fill(cells: CellSlot[], host: HTMLElement, count: number): void {
  if (cells.length >= count) return
  for (const cell of cells) cell.stamp = -1
  while (cells.length < count) {
    const cell = newCell()
    cells.push(cell)
    host.append(cell.element)
  }
}

function show(slot: { readonly element: HTMLElement; visible: boolean }, visible: boolean): void {
  if (slot.visible === visible) return
  slot.visible = visible
  slot.element.style.display = visible ? '' : 'none'
}

function part(className: string, role: string): HTMLElement {
  const element = document.createElement('div')
  element.className = className
  element.setAttribute('role', role)
  return element
}
