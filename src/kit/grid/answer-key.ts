import type { KeyboardEvent } from 'react'
import { never } from '#lib/never.ts'
import { cellCommandOf, headCommandOf, stepOf } from './keys.ts'
import type { CellCommand, HeadCommand, Press } from './keys.ts'
import type { Engine } from './engine.ts'
import { withNudged, withWidth } from './layout.ts'
import type { Placed } from './layout.ts'
import { areasOf, collapsed, extendTo, selectAll, selectCell, selectColumn, selectRows } from './selection.ts'
import type { Cell, GridLayout, GridProps } from './types.ts'

interface Needs {
  readonly props: GridProps
  readonly engine: Engine
  readonly placed: Placed
  readonly layout: GridLayout
  readonly headAt: number | undefined
  readonly onHeadAt: (col: number | undefined) => void
}

/** Answers a key, in the head or in the cells; keys pressed inside a head's own controls are theirs. */
export function answerKey(event: KeyboardEvent, needs: Needs): void {
  if (event.target !== event.currentTarget || needs.placed.columns.length === 0) return
  const press: Press = { key: event.key, mod: event.ctrlKey || event.metaKey, shift: event.shiftKey, alt: event.altKey }
  const answered = needs.headAt === undefined ? inCells(press, needs) : inHead(press, needs.headAt, needs)
  if (!answered) return
  event.preventDefault()
  event.stopPropagation()
}

function inCells(press: Press, needs: Needs): boolean {
  const { props: { selection, rowCount, onSelect }, engine, placed } = needs
  const command = cellCommandOf(press)
  if (command) return run(command, needs)
  const size = { rows: rowCount, cols: placed.columns.length }
  const start = selection.active ?? { row: Math.min(engine.firstRow(), rowCount - 1), col: 0 }
  const next = stepOf(press, start, { ...size, page: engine.page() })
  if (!next) return false
  if (next.row < 0 || rowCount === 0) {
    if (!press.shift) needs.onHeadAt(next.col)
    return true
  }
  const to = selection.active ? next : start
  if (press.key.startsWith('Page')) engine.turnPage(press.key === 'PageUp' ? -1 : 1)
  onSelect(press.shift ? extendTo(selection, to) : selectCell(to))
  engine.reveal(to)
  if (to.col === 0) engine.toLeft()
  return true
}

function run(command: CellCommand, { props, engine, placed }: Needs): boolean {
  const { selection, rowCount, onSelect, onCopy, onFind, onGoTo } = props
  const size = { rows: rowCount, cols: placed.columns.length }
  const { active, anchor } = selection
  const column = active && placed.columns[active.col]?.column
  const here: Partial<Record<CellCommand, () => void>> = active && column ? {
    inspect: () => props.onInspect?.(active.row, column.id),
    menu: () => openMenu(props, engine, { cell: active, id: column.id }),
    row: () => onSelect({ ...selectRows(anchor?.row ?? active.row, active.row, size), active }),
    column: () => onSelect(selectColumn(active.col, size, active.row)),
    collapse: () => onSelect(collapsed(selection)),
  } : {}
  const answer = {
    all: () => onSelect(selectAll(size, active)),
    ...(onCopy ? { copy: () => onCopy('tsv', areasOf(selection, placed)) } : {}),
    ...(onFind ? { find: onFind } : {}),
    ...(onGoTo ? { goto: onGoTo } : {}),
    ...here,
  } satisfies Partial<Record<CellCommand, () => void>>
  const act = new Map<string, () => void>(Object.entries(answer)).get(command)
  act?.()
  return act !== undefined
}

function openMenu(props: GridProps, engine: Engine, { cell, id }: { cell: Cell; id: string }): void {
  engine.reveal(cell)
  props.onCellMenu?.(cell.row, id, engine.rectOf(cell))
}

function inHead(press: Press, col: number, needs: Needs): boolean {
  const command = headCommandOf(press, col, needs.placed.columns.length)
  if (command) runHead(command, col, needs)
  return command !== undefined
}

function runHead(command: HeadCommand, col: number, needs: Needs): void {
  const { props, engine, placed, layout, onHeadAt } = needs
  const place = placed.columns[col]
  if (!place) return onHeadAt(undefined)
  const { column: { id }, width } = place
  switch (command.kind) {
    case 'to':
      engine.revealColumn(command.col)
      return onHeadAt(command.col)
    case 'body':
      return leaveHead(col, needs)
    case 'sort':
      return props.onSort?.(id, command.additive)
    case 'menu':
      return props.onHeaderMenu?.(id, engine.rectOf({ row: -1, col }))
    case 'nudge':
      return nudge(id, col + command.by, { ...needs, by: command.by })
    case 'resize':
      return props.onColumnsChange?.(withWidth(layout, id, width + command.by))
    default:
      return never(command)
  }
}

function leaveHead(col: number, { props, engine, onHeadAt }: Needs): void {
  onHeadAt(undefined)
  if (props.rowCount > 0) props.onSelect(selectCell({ row: Math.min(engine.firstRow(), props.rowCount - 1), col }))
}

function nudge(id: string, to: number, { props, engine, layout, onHeadAt, by }: Needs & { by: -1 | 1 }): void {
  const next = withNudged(props.columns, layout, { id, by })
  if (next === layout) return
  props.onColumnsChange?.(next)
  engine.revealColumn(to)
  onHeadAt(to)
}
