import type { Handlers } from '#wire/implement.ts'
import type { runs as contract } from '../contract.ts'
import type { Cells } from '../domain/filter/match.ts'
import type { Grouping, Order, TableRow, TableWindow } from '../domain/query.ts'
import { jobTag } from '../domain/run.ts'
import type { RunRow } from './book.ts'
import { cellOf, groupCell } from './cell-value.ts'
import { folded, leaf } from './fold.ts'
import type { Folded } from './fold.ts'
import { columnNamed } from './select.ts'
import type { Runs } from './store.ts'

type Calls = Pick<typeof contract, 'table' | 'values' | 'count'>

export function tableHandlers({ select, cells, runs }: Runs): Handlers<Calls> {
  const foldedOnce = openFolding(cells)

  return {
    table: ({ query, grouping, columns, pinned, from, to }): TableWindow => {
      const began = performance.now()
      const matched = select.byQuery(query)
      const above = pinned.flatMap((id) => runs.row(id) ?? [])
      const rows = [...above.map((run) => leaf(run, 0)), ...foldedOnce(matched, { grouping, pinned: above, order: query.order })]
      const readers = columns.map((column) => cells(columnNamed(column)))
      return { rows: rows.slice(from, to).map((row) => shown(row, { readers, job: cells(jobColumn) })), total: rows.length, matched: matched.length, all: select.all(query), ms: performance.now() - began }
    },

    values: ({ query, columns, limit }) => {
      const began = performance.now()
      const matched = select.byQuery(query)
      const own = matched.slice(0, limit)
      const values = columns.map((column) => {
        const read = cells(columnNamed(column))
        return own.map(({ row }) => cellOf(read(row)))
      })
      return { ids: own.map(({ id }) => id), names: own.map(({ name }) => name), ordinals: own.map(({ ordinal }) => ordinal), columns: values, matched: matched.length, ms: performance.now() - began }
    },

    count: ({ query }) => {
      const began = performance.now()
      return { matched: select.byQuery(query).length, all: select.all(query), ms: performance.now() - began }
    },
  }
}

interface Folding { readonly grouping: Grouping; readonly pinned: readonly RunRow[]; readonly order: readonly Order[] }

/** The same runs folded the same way are folded once: a table is asked for window by window. */
function openFolding(cells: Cells): (runs: readonly RunRow[], folding: Folding) => readonly Folded[] {
  const done = new WeakMap<readonly RunRow[], { readonly name: string; readonly rows: readonly Folded[] }>()
  return (runs, { grouping, pinned, order }) => {
    const name = JSON.stringify([grouping, order, pinned.map(({ id }) => id)])
    const known = done.get(runs)
    if (known?.name === name) return known.rows
    const isPinned = new Set(pinned.map(({ id }) => id))
    const rest = isPinned.size > 0 ? runs.filter(({ id }) => !isPinned.has(id)) : runs
    const by = order.map(({ column, descending }) => ({ column: columnNamed(column), descending }))
    const rows = folded(rest, { ...grouping, by: grouping.by.map(columnNamed) }, { cells, order: by })
    done.set(runs, { name, rows })
    return rows
  }
}

type Reader = ReturnType<Cells>

const jobColumn = columnNamed(`tags.${jobTag}`)

function shown(row: Folded, { readers, job }: { readonly readers: readonly Reader[]; readonly job: Reader }): TableRow {
  if (row.kind === 'run') {
    const { id, name, experiment, ordinal, status, stage, row: at } = row.run
    return { kind: 'run', id, name, experiment, ordinal, status, stage, job: textOf(job(at)), depth: row.depth, children: row.children, open: row.open, cells: readers.map((read) => cellOf(read(at))) }
  }
  const { id, label, values, runs, ordinal, open } = row
  return { kind: 'group', id, label, values: [...values], runs: runs.length, running: runs.filter(isRunning).length, ordinal, depth: 0, open, cells: readers.map((read) => groupCell(runs.map(({ row: at }) => read(at)))) }
}

function textOf(value: ReturnType<Reader>): string | null {
  return typeof value === 'string' ? value : null
}

function isRunning({ status }: RunRow): boolean {
  return status === 'RUNNING'
}
