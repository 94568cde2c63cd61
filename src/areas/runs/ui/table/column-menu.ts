import { ArrowDownWideNarrow, ArrowUpNarrowWide, EyeOff, FlagTriangleRight, Group, Sigma, Spline, Ungroup } from 'lucide-react'
import type { MenuEntry } from '#kit/menu-entry.ts'
import { columnText } from '../../domain/column.ts'
import { headOf } from '../../domain/shown-column.ts'
import type { ShownColumn } from '../../domain/shown-column.ts'
import type { ViewChanges } from '../../domain/view-changes.ts'
import type { ViewState } from '../../domain/view.ts'

interface Given { readonly shown: ShownColumn; readonly state: ViewState; readonly change: (part: ViewChanges) => void; readonly onStep: () => void }

const summaries = { last: 'Last', best: 'Best', min: 'Least', max: 'Greatest' } as const

/** What can be done with a column of the runs table. */
export function columnMenu({ shown, state, change, onStep }: Given): readonly MenuEntry[] {
  const { columns, group, query: { order } } = state
  const { of, column, kind, text } = shown
  const sorted = order.find((one) => one.column === of)
  const by = (descending: boolean) => () => change({ order: [{ column: of, descending }] })
  const after = (added: string) => () => change({ columns: columns.includes(added) ? columns.filter((one) => one !== added) : columns.toSpliced(columns.indexOf(text) + 1, 0, added) })
  return [
    { kind: 'section', label: headOf(shown) },
    { id: 'descending', label: 'Largest first', icon: ArrowDownWideNarrow, checked: sorted?.descending === true, run: by(true) },
    { id: 'ascending', label: 'Smallest first', icon: ArrowUpNarrowWide, checked: sorted?.descending === false, run: by(false) },
    ...(column.family === 'metrics' && kind === 'value' ? [{ kind: 'sub' as const, id: 'summary', label: 'Value of the metric', icon: Sigma, items: summaryItems(shown, state, change, onStep) }] : []),
    ...(column.family === 'metrics' ? [
      { id: 'delta', label: 'Difference to the baseline', icon: FlagTriangleRight, checked: columns.includes(`delta:${of}`), run: after(`delta:${of}`) },
      { id: 'spark', label: 'Small curve', icon: Spline, checked: columns.includes(`spark:metrics.${column.key}`), run: after(`spark:metrics.${column.key}`) },
    ] : [
      group.includes(of)
        ? { id: 'ungroup', label: 'Do not group by it', icon: Ungroup, run: () => change({ group: group.filter((one) => one !== of) }) }
        : { id: 'group', label: 'Group by it', icon: Group, disabled: group.length >= 8, run: () => change({ group: [...group, of] }) },
    ]),
    { kind: 'line' },
    { id: 'hide', label: 'Take the column away', icon: EyeOff, run: () => change({ columns: columns.filter((one) => one !== text) }) },
  ]
}

function summaryItems({ column, text, of }: ShownColumn, { columns, query: { order } }: ViewState, change: Given['change'], onStep: () => void): readonly MenuEntry[] {
  const now = column.summary ?? 'last'
  const take = (next: string) => change({
    columns: columns.map((one) => (one === text ? next : one === `delta:${of}` ? `delta:${next}` : one)),
    order: order.map((one) => (one.column === of ? { ...one, column: next } : one)),
  })
  return [
    ...Object.entries(summaries).flatMap(([id, label]) => (id === 'last' || id === 'best' || id === 'min' || id === 'max' ? [{ id, label, checked: now === id, run: () => take(columnText({ family: 'metrics', key: column.key, summary: id })) }] : [])),
    { id: 'atStep', label: now === 'atStep' ? `At step ${column.step ?? 0}…` : 'At a step…', checked: now === 'atStep', run: onStep },
  ]
}

/** The order after a press on a head: largest first, smallest first, as before. */
export function pressed(order: ViewState['query']['order'], column: string, additive: boolean): ViewState['query']['order'] {
  const now = order.find((one) => one.column === column)
  const rest = additive ? order.filter((one) => one.column !== column) : []
  if (!now) return [...rest, { column, descending: true }]
  return now.descending ? [...rest, { column, descending: false }] : rest
}
