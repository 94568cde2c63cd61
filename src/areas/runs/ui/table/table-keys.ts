import type { KeyboardEvent } from 'react'
import { selectCell } from '#kit/grid/selection.ts'
import type { Selection } from '#kit/grid/types.ts'
import type { Table } from './useTable.ts'

interface Given { readonly table: Table; readonly selection: Selection; readonly choose: (selection: Selection) => void; readonly nameIsActive: boolean }

/** Keys that the tree answers before the grid does: Space ticks, arrows open and close, F2 and Delete act on the row. */
export function tableKeys(event: KeyboardEvent, { table, selection, choose, nameIsActive }: Given): void {
  const { active } = selection
  if (!active || !(event.target instanceof Element) || event.target.getAttribute('role') !== 'treegrid' || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  const row = table.rows?.rowAt(active.row)
  if (!row) return
  const answers: Readonly<Record<string, () => boolean>> = {
    ' ': () => { table.tick(row); return true },
    F2: () => table.rename(row),
    Delete: () => { table.remove(row); return true },
    ArrowRight: () => nameIsActive && table.opens(row) && !row.open && table.toggle(row),
    ArrowLeft: () => nameIsActive && (row.open && table.opens(row) ? table.toggle(row) : toParent(table, active.row, row.depth, (to) => choose(selectCell({ row: to, col: 0 })))),
  }
  if (!answers[event.key]?.()) return
  event.preventDefault()
  event.stopPropagation()
}

function toParent(table: Table, from: number, depth: number, go: (row: number) => void): boolean {
  if (depth === 0) return false
  for (let row = from - 1; row >= 0; row--) {
    const above = table.rows?.rowAt(row)
    if (!above) return false
    if (above.depth < depth) {
      go(row)
      return true
    }
  }
  return false
}
