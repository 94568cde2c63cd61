import { columnText } from '../domain/column.ts'
import type { Column } from '../domain/column.ts'
import type { Cells } from '../domain/filter/match.ts'
import type { CellValue, Grouping } from '../domain/query.ts'
import { cellOf } from './cell-value.ts'
import type { RunRow } from './book.ts'
import type { OrderBy } from './order.ts'

export interface FoldedRun { readonly kind: 'run'; readonly run: RunRow; readonly depth: number; readonly children: number; readonly open: boolean }
export interface FoldedGroup { readonly kind: 'group'; readonly id: string; readonly label: string; readonly values: readonly CellValue[]; readonly runs: readonly RunRow[]; readonly ordinal: number; readonly open: boolean }
export type Folded = FoldedRun | FoldedGroup

/** The rows of a table before anything of them is read: runs flat, nested under their parents, or gathered where they have equal values. */
export function folded(runs: readonly RunRow[], { by, nest, open }: Omit<Grouping, 'by'> & { readonly by: readonly Column[] }, { cells, order }: { readonly cells: Cells; readonly order: readonly OrderBy[] }): readonly Folded[] {
  const isOpen = new Set(open)
  if (by.length > 0) return groupsOf(runs, by, cells, order, isOpen).flatMap((group) => (group.open ? [group, ...group.runs.map((run) => leaf(run, 1))] : [group]))
  return nest ? nested(runs, isOpen) : runs.map((run) => leaf(run, 0))
}

export function leaf(run: RunRow, depth: number): FoldedRun {
  return { kind: 'run', run, depth, children: 0, open: false }
}

/** A run whose parent is not among them stands by itself. */
function nested(runs: readonly RunRow[], isOpen: ReadonlySet<string>): readonly FoldedRun[] {
  const here = new Set(runs.map(({ id }) => id))
  const children = Map.groupBy(runs.filter(({ parent, id }) => parent !== null && parent !== id && here.has(parent)), ({ parent }) => parent)
  const rows: FoldedRun[] = []
  const seen = new Set<string>()
  const add = (run: RunRow, depth: number): void => {
    if (seen.has(run.id)) return
    seen.add(run.id)
    const own = children.get(run.id) ?? []
    const open = own.length > 0 && isOpen.has(run.id)
    rows.push({ kind: 'run', run, depth, children: own.length, open })
    if (open) for (const child of own) add(child, depth + 1)
  }
  for (const run of runs) if (run.parent === null || run.parent === run.id || !here.has(run.parent)) add(run, 0)
  return rows
}

/** In the order of the query, where a group counts by its mean. */
function groupsOf(runs: readonly RunRow[], by: readonly Column[], cells: Cells, order: readonly OrderBy[], isOpen: ReadonlySet<string>): readonly FoldedGroup[] {
  const readers = by.map((column) => cells(column))
  const valuesOf = (run: RunRow) => readers.map((read) => cellOf(read(run.row)))
  const gathered = [...Map.groupBy(runs, (run) => JSON.stringify(valuesOf(run)))]
  const first = new Map(gathered.map(([id, own]) => [id, own.reduce((least, { row }) => Math.min(least, row), Infinity)]))
  const ordinals = new Map([...first].sort(([, a], [, b]) => a - b).map(([id], i) => [id, i]))
  const groups = gathered.map(([id, own]): FoldedGroup => {
    const values = own[0] ? valuesOf(own[0]) : []
    return { kind: 'group', id, label: values.map((value, i) => `${by[i]?.key ?? ''} = ${value ?? '–'}`).join(', '), values, runs: own, ordinal: ordinals.get(id) ?? 0, open: isOpen.has(id) }
  })
  const [lead] = order
  return lead ? byMean(groups, lead, by, cells) : groups
}

function byMean(groups: readonly FoldedGroup[], { column, descending }: OrderBy, by: readonly Column[], cells: Cells): readonly FoldedGroup[] {
  if (by.some((one) => columnText(one) === columnText(column))) return groups
  const read = cells(column)
  const means = new Map(groups.map((group) => {
    const numbers = group.runs.map(({ row }) => Number(read(row))).filter(Number.isFinite)
    return [group, numbers.length > 0 ? numbers.reduce((a, b) => a + b, 0) / numbers.length : undefined]
  }))
  const sign = descending ? -1 : 1
  const compare = (a: number | undefined, b: number | undefined): number => {
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
    return sign * (a - b)
  }
  return groups.toSorted((a, b) => compare(means.get(a), means.get(b)))
}
