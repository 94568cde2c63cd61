import { Link, NotebookPen, PanelRight, Pencil, RotateCcw, SquareArrowOutUpRight, Trash2 } from 'lucide-react'
import type { MenuEntry } from '#kit/menu-entry.ts'
import type { ExperimentSummary } from '../../domain/experiment.ts'
import type { ExperimentActs } from './useExperimentActs.ts'

/** What can be done with an experiment; `ids` are all chosen ones where it is among them. */
export function experimentMenu(one: ExperimentSummary, ids: readonly string[], { acts, onRename, onNote }: { readonly acts: ExperimentActs; readonly onRename: () => void; readonly onNote: () => void }): readonly MenuEntry[] {
  if (one.stage === 'deleted') return [{ id: 'restore', label: 'Restore', icon: RotateCcw, run: () => void acts.restore(one) }]
  return [
    { id: 'open', label: ids.length > 1 ? `Open ${ids.length} together` : 'Open', icon: SquareArrowOutUpRight, keyHint: 'Enter', run: () => acts.open(ids) },
    { id: 'beside', label: 'Open beside', icon: PanelRight, run: () => acts.open(ids, true) },
    { id: 'share', label: 'Copy the address', icon: Link, run: () => acts.share(ids) },
    { kind: 'line' },
    { id: 'rename', label: 'Rename…', icon: Pencil, run: onRename },
    { id: 'note', label: 'Note…', icon: NotebookPen, run: onNote },
    { id: 'delete', label: `Delete with its ${one.runs.toLocaleString('en-US')} runs`, icon: Trash2, danger: true, disabled: one.id === '0', run: () => void acts.remove(one) },
  ]
}
