import { ArrowDownWideNarrow, ArrowUpNarrowWide, CopyPlus, EyeOff, Filter, PanelRight, Pin, PinOff, Trash2, Type, TextCursorInput, CircleDashed } from 'lucide-react'
import { withHidden, withPinned } from '#kit/grid/layout.ts'
import { sortWords } from '#kit/grid/sort-words.ts'
import type { GridLayout } from '#kit/grid/types.ts'
import type { MenuEntry } from '#kit/menu-entry.ts'
import { familyOf } from '../../domain/columns.ts'
import type { Column } from '../../domain/columns.ts'
import { formOf, kindsFor } from '../../domain/form/prefill.ts'
import type { Step } from '../../domain/recipe.ts'
import { categories } from '../../domain/step-kind.ts'
import type { View } from '../../domain/view.ts'

interface Given {
  readonly column: Column
  readonly layout: GridLayout
  readonly setLayout: (layout: GridLayout) => void
  readonly view: View
  readonly setView: (view: View) => void
  readonly startDraft: (op: string, known: Step['params']) => void
  readonly onFilter: () => void
  readonly onProfile: () => void
}

const shortcuts = [
  { op: 'rename', label: 'Rename…', icon: TextCursorInput },
  { op: 'changeType', label: 'Change type…', icon: Type },
  { op: 'fill', label: 'Fill missing values…', icon: CircleDashed },
  { op: 'fillConstant', label: 'Fill missing values…', icon: CircleDashed },
  { op: 'duplicate', label: 'Duplicate', icon: CopyPlus },
  { op: 'drop', label: 'Drop column', icon: Trash2 },
] as const

/** What can be done with a column: how it is looked at, then steps that begin with it filled in. */
export function columnMenu({ column, layout, setLayout, view, setView, startDraft, onFilter, onProfile }: Given): readonly MenuEntry[] {
  const pinned = layout.pinned.includes(column.id)
  const sort = (descending: boolean) => setView({ ...view, sort: [{ column: column.id, descending, nullsFirst: false }] })
  const order = sortWords[familyOf(column.type)]
  const kinds = kindsFor(column)
  const offered = shortcuts.filter(({ op }) => kinds.some((kind) => kind.op === op))
  return [
    { id: 'down', label: `Sort, ${order.down}`, icon: ArrowDownWideNarrow, run: () => sort(true) },
    { id: 'up', label: `Sort, ${order.up}`, icon: ArrowUpNarrowWide, run: () => sort(false) },
    { id: 'filter', label: 'Filter…', icon: Filter, run: onFilter },
    { id: 'profile', label: 'Profile', icon: PanelRight, run: onProfile },
    { kind: 'line' },
    { id: 'pin', label: pinned ? 'Unpin' : 'Pin to the left', icon: pinned ? PinOff : Pin, run: () => setLayout(withPinned(layout, column.id, !pinned)) },
    { id: 'hide', label: 'Hide', icon: EyeOff, run: () => setLayout(withHidden(layout, column.id, true)) },
    { kind: 'line' },
    ...offered.map(({ op, label, icon }) => ({ id: op, label, icon, run: () => startDraft(op, formOf(op, column)) })),
    { kind: 'line' },
    ...categories.flatMap((category): MenuEntry[] => {
      const own = kinds.filter((kind) => kind.category === category)
      return own.length ? [{ kind: 'sub', id: category, label: category, items: own.map(({ op, title }) => ({ id: op, label: title, run: () => startDraft(op, formOf(op, column)) })) }] : []
    }),
  ]
}
