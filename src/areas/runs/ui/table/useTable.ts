import type { PointerEvent } from 'react'
import { useRef } from 'react'
import { copyText } from '#kit/grid/copy.ts'
import type { Area, CopyFormat } from '#kit/grid/types.ts'
import { useDesk } from '#kit/desk.ts'
import { askedColumns, headOf, shownColumns } from '../../domain/shown-column.ts'
import type { ShownColumn } from '../../domain/shown-column.ts'
import { groupKey } from '../../domain/group-runs.ts'
import type { TableRow } from '../../domain/query.ts'
import { useBench } from '../view/bench.ts'
import { useMeant } from './useMeant.ts'
import { runsOfRow, toggled } from './row-runs.ts'
import { useTableRows } from './useTableRows.ts'

export type Table = ReturnType<typeof useTable>

/** The rows of the view, and what a person does to one of them. */
export function useTable() {
  const { state, linked, runs, open, setOpen } = useBench()
  const desk = useDesk()
  const lastTick = useRef<number>(undefined)
  const asked = askedColumns(shownColumns(state.columns))
  const { rows, ...answer } = useTableRows({ query: state.query, grouping: { by: state.group, nest: state.nest, open: [...open] }, columns: asked, pinned: state.pinned })
  const meant = useMeant()

  const opens = (row: TableRow) => row.kind === 'group' || row.children > 0
  const hoverId = (row: TableRow) => (row.kind === 'run' ? row.id : groupKey(row.values))
  const tick = (row: TableRow) => linked.selected.change((now) => toggled(now, runsOfRow(row, runs)))

  function toggle(row: TableRow): boolean {
    setOpen(open.includes(row.id) ? open.filter((id) => id !== row.id) : [...open, row.id])
    return true
  }

  /** Ticks all rows from the one ticked before. */
  function tickTo(index: number): void {
    const [from, to] = [Math.min(lastTick.current ?? index, index), Math.max(lastTick.current ?? index, index)]
    const ids = Array.from({ length: to - from + 1 }, (_, i) => rows?.rowAt(from + i)).flatMap((row) => (row ? runsOfRow(row, runs) : []))
    linked.selected.change((now) => [...new Set([...now, ...ids])])
  }

  function press(index: number, column: string | undefined, event: PointerEvent): boolean {
    const row = rows?.rowAt(index)
    if (!row) return false
    const act = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-act]')?.dataset['act'] : undefined
    if (act === 'open') return toggle(row)
    if (act !== 'tick' && column !== undefined) return false
    if (event.shiftKey) tickTo(index)
    else tick(row)
    lastTick.current = index
    return true
  }

  function copy(format: CopyFormat, areas: readonly Area[], shown: readonly ShownColumn[]): void {
    const blocks = areas.map(({ from, to, columns }) => ({
      columns: columns.map((id) => { const one = shown.find(({ text }) => text === id); return { name: one ? headOf(one) : 'run', family: 'text' as const } }),
      rows: Array.from({ length: Math.min(5000, to - from) }, (_, i) => rows?.rowAt(from + i)).flatMap((row) => (row ? [columns.map((id) => plain(row, rows?.columns.indexOf(shown.find(({ text }) => text === id)?.of ?? '') ?? -1))] : [])),
    }))
    navigator.clipboard.writeText(copyText(format, blocks)).then(() => desk.notify({ kind: 'good', text: 'Copied.' }), () => desk.notify({ kind: 'bad', text: 'The browser did not let the cells be copied.' }))
  }

  return {
    ...answer, rows, opens, hoverId, tick, toggle, press, copy,
    activate(index: number): void {
      const row = rows?.rowAt(index)
      if (row?.kind === 'run') meant.acts.open(row.id)
      else if (row) toggle(row)
    },
    rename(row: TableRow): boolean {
      return row.kind === 'run' && meant.rename(row.id, row.name)
    },
    remove: (row: TableRow) => meant.remove(runsOfRow(row, runs)),
    menuOf: meant.menuOf,
    meantBy: (index: number | undefined) => meant.meantBy(index === undefined ? undefined : rows?.rowAt(index)),
    onBaseline: meant.onBaseline,
  }
}

function plain(row: TableRow, index: number): unknown {
  if (index < 0) return row.kind === 'run' ? row.name : row.label
  if (row.kind === 'run') return row.cells[index] ?? null
  const cell = row.cells[index]
  return cell ? (cell.same ?? cell.mean) : null
}
