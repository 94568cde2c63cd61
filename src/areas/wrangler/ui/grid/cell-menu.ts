import { ClipboardCopy, Filter, FilterX, PanelRight, TextCursorInput } from 'lucide-react'
import type { CopyFormat } from '#kit/grid/types.ts'
import type { MenuEntry } from '#kit/menu-entry.ts'
import { catalogue } from '../../domain/catalogue.ts'
import { familyOf } from '../../domain/columns.ts'
import type { Column } from '../../domain/columns.ts'
import { typedValue } from '../../domain/conditions.ts'
import type { Predicate } from '../../domain/predicate.ts'
import type { Step } from '../../domain/recipe.ts'
import type { View } from '../../domain/view.ts'

interface Given {
  readonly column: Column
  readonly value: unknown
  readonly rid: number
  readonly view: View
  readonly setView: (view: View) => void
  readonly startDraft: (op: string, known: Step['params']) => void
  readonly onCopy: (format: CopyFormat) => void
  readonly onInspect: () => void
}

const formats = [{ format: 'tsv', label: 'Copy' }, { format: 'csv', label: 'Copy as CSV' }, { format: 'json', label: 'Copy as JSON' }] as const

/** What can be done from a cell: copy, look closer, filter by its value. */
export function cellMenu({ column, value, rid, view, setView, startDraft, onCopy, onInspect }: Given): readonly MenuEntry[] {
  const same = sameAs(column, value)
  const add = (one: Predicate) => setView({ ...view, filter: [...view.filter, one] })
  return [
    ...formats.map(({ format, label }) => ({ id: format, label, icon: ClipboardCopy, ...(format === 'tsv' ? { keyHint: 'Mod+C' } : {}), run: () => onCopy(format) })),
    { kind: 'line' },
    { id: 'inspect', label: 'Whole value', icon: PanelRight, keyHint: 'Enter', run: onInspect },
    ...(same ? [
      { id: 'only', label: 'Only rows like this', icon: Filter, run: () => add(same) },
      { id: 'without', label: 'Without rows like this', icon: FilterX, run: () => add({ kind: 'not', of: same }) },
      ...(catalogue.has('filter') ? [{ id: 'drop', label: 'Drop rows like this, as a step…', icon: FilterX, run: () => startDraft('filter', { predicate: { kind: 'all', of: [same] }, keep: 'drop' }) }] : []),
    ] : []),
    ...(catalogue.has('editCell') ? [{ id: 'edit', label: 'Edit this cell, as a step…', icon: TextCursorInput, run: () => startDraft('editCell', { edits: [{ row: rid, column: column.id, value: value === undefined || typeof value === 'object' ? null : value }] }) }] : []),
  ]
}

function sameAs(column: Column, value: unknown): Predicate | undefined {
  if (value === null || value === undefined) return { kind: 'missing', column: column.id }
  if (familyOf(column.type) === 'nested' || typeof value === 'object') return undefined
  return { kind: 'compare', column: column.id, is: '=', value: typedValue(column, String(value)) }
}
