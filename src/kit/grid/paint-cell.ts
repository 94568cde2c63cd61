import { fitNumber } from './fit-number.ts'
import { isNumericFamily, shown } from './format.ts'
import { lettersIn } from './letters.ts'
import { cellId } from './scene.ts'
import type { Scene } from './scene.ts'
import { isActive, isSelected } from './selection.ts'
import type { Drawn, GridFamily } from './types.ts'

/** One recycled cell with what it last showed, so that the DOM is written only where something changed. */
export interface CellSlot {
  readonly element: HTMLElement
  readonly text: Text
  /** The key of what is drawn in place of the text. */
  drawn: string | undefined
  row: number
  col: number
  stamp: number
  shown: string
  /** What is shown, before a number was fitted to the width. */
  full: string
  look: string
  selected: boolean
  mark: string
  id: string
  visible: boolean
}

export function newCell(): CellSlot {
  const element = document.createElement('div')
  const text = document.createTextNode('')
  element.append(text)
  element.setAttribute('role', 'gridcell')
  element.setAttribute('aria-selected', 'false')
  return { element, text, drawn: undefined, row: -1, col: -1, stamp: -1, shown: '', full: '', look: '', selected: false, mark: '', id: '', visible: true }
}

interface CellAt {
  readonly row: number
  readonly col: number
  readonly stamp: number
  readonly cells: readonly unknown[] | undefined
}

export function paintCell(slot: CellSlot, scene: Scene, at: CellAt): void {
  const { row, col, stamp } = at
  const place = scene.placed.columns[col]
  if (!place || isFresh(slot, at)) return
  setPlace(slot, at, place)
  const mark = scene.marks?.(row, place.index) ?? ''
  const selected = isSelected(scene.selection, row, col)
  const active = isActive(scene.selection, row, col)
  const look = setContent(slot, { drawn: at.cells && scene.drawn?.(row, place.index), value: at.cells?.[place.index], family: place.column.family, width: place.width, mark })
  setLook(slot, `dg-c ${look} ${mark}${selected ? ' sel' : ''}${active ? ' act' : ''}`)
  setState(slot, { selected, mark, id: active ? cellId(scene.id, row, col) : '' })
  slot.row = row
  slot.col = col
  slot.stamp = stamp
}

interface Content { readonly value: unknown; readonly family: GridFamily; readonly width: number; readonly mark: string }

/** A value that failed stands in quotes, as it was written; a number has the digits for which there is room. */
function contentOf({ value, family, width, mark }: Content): { text: string; full: string; look: string } {
  const kind = isNumericFamily(family) ? ' num' : family === 'nested' ? ' mono' : ''
  if (value === undefined) return { text: '', full: '', look: `skeleton${kind}` }
  const { text, tone } = shown(value, family)
  const look = tone + kind
  if (mark === 'failed' && tone === 'plain') return { text: `“${text}”`, full: `“${text}”`, look }
  return { text: kind === ' num' && tone === 'plain' ? fitNumber(text, lettersIn(width)) : text, full: text, look }
}

/** Puts the nodes of `drawn` into an element, or its plain text back; answers the key of what stands there now. */
export function putDrawn(element: HTMLElement, { drawn, before, plain }: { readonly drawn: Drawn | undefined; readonly before: string | undefined; readonly plain: Text }): string | undefined {
  if (drawn?.key !== before) element.replaceChildren(...(drawn ? drawn.nodes() : [plain]))
  return drawn?.key
}

function isFresh(slot: CellSlot, { row, col, stamp }: CellAt): boolean {
  return slot.row === row && slot.col === col && slot.stamp === stamp
}

function setPlace(slot: CellSlot, { col, stamp }: CellAt, { left, width }: { left: number; width: number }): void {
  if (slot.col === col && slot.stamp === stamp) return
  slot.element.style.left = `${left}px`
  slot.element.style.width = `${width}px`
  if (slot.col !== col) slot.element.setAttribute('aria-colindex', String(col + 2))
}

/** Answers the look of what stands in the cell now. */
function setContent(slot: CellSlot, { drawn, ...content }: Content & { readonly drawn: Drawn | undefined }): string {
  slot.drawn = putDrawn(slot.element, { drawn, before: slot.drawn, plain: slot.text })
  if (drawn) return `drawn ${drawn.look ?? ''}`
  const { text, full, look } = contentOf(content)
  if (slot.shown !== text) slot.text.data = text
  slot.shown = text
  slot.full = full
  return look
}

function setLook(slot: CellSlot, look: string): void {
  if (slot.look !== look) slot.element.className = look
  slot.look = look
}

function setState(slot: CellSlot, { selected, mark, id }: { selected: boolean; mark: string; id: string }): void {
  if (slot.selected !== selected) slot.element.setAttribute('aria-selected', String(selected))
  if (slot.mark !== mark) setOrRemove(slot.element, 'aria-description', mark)
  if (slot.id !== id) setOrRemove(slot.element, 'id', id)
  slot.id = id
  slot.selected = selected
  slot.mark = mark
}

export function setOrRemove(element: HTMLElement, name: string, value: string): void {
  if (value) element.setAttribute(name, value)
  else element.removeAttribute(name)
}
