import { ArrowDown, ArrowUp, Copy, MessageSquare, Pencil, Power, Trash2 } from 'lucide-react'
import type { MenuEntry } from '#kit/menu-entry.ts'
import type { Step } from '../../domain/recipe.ts'
import type { useStepMoves } from './useStepMoves.ts'

export function stepMenu({ step, index, count, moves, edit, note }: { readonly step: Step; readonly index: number; readonly count: number; readonly moves: ReturnType<typeof useStepMoves>; readonly edit: () => void; readonly note: () => void }): readonly MenuEntry[] {
  return [
    { id: 'edit', label: 'Edit…', icon: Pencil, keyHint: 'F2', run: edit },
    { id: 'toggle', label: step.enabled ? 'Turn off' : 'Turn on', icon: Power, run: () => moves.toggle(step.id) },
    { id: 'note', label: step.note ? 'Change the note…' : 'Add a note…', icon: MessageSquare, run: note },
    { id: 'duplicate', label: 'Duplicate', icon: Copy, run: () => moves.duplicate(step.id) },
    { kind: 'line' },
    { id: 'up', label: 'Move up', icon: ArrowUp, keyHint: 'Alt+ArrowUp', disabled: index === 0, run: () => moves.move(step.id, index - 1) },
    { id: 'down', label: 'Move down', icon: ArrowDown, keyHint: 'Alt+ArrowDown', disabled: index === count - 1, run: () => moves.move(step.id, index + 1) },
    { kind: 'line' },
    { id: 'remove', label: 'Delete', icon: Trash2, keyHint: 'Delete', danger: true, run: () => moves.remove(step.id) },
  ]
}
