import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import type { GridHandle } from '#kit/grid/types.ts'
import type { Rows } from './useTableRows.ts'

/** While runs log, rows come and go above: the row one looks at stays where it is on screen. */
export function useKeptPlace(rows: Rows | undefined, grid: RefObject<GridHandle | null>, onShift: (by: number) => void): void {
  const before = useRef<Rows>(undefined)
  const tell = useRef(onShift)
  useEffect(() => { tell.current = onShift })
  useEffect(() => {
    const last = before.current
    before.current = rows
    const handle = grid.current
    if (!last || !rows || !handle || last.key !== rows.key || last.total === rows.total) return
    const top = handle.firstRow()
    const id = last.rowAt(top)?.id
    const found = id === undefined ? undefined : placeOf(rows, id)
    if (found === undefined || found === top) return
    if (top > 0) handle.shift(found - top)
    tell.current(found - top)
  }, [rows, grid])
}

function placeOf({ pages }: Rows, id: string): number | undefined {
  for (const { from, rows } of pages) {
    const at = rows.findIndex((row) => row.id === id)
    if (at >= 0) return from + at
  }
  return undefined
}
