import { Copy, GitCompareArrows, Package, Pencil, Trash2 } from 'lucide-react'
import type { MenuEntry } from '#kit/menu-entry.ts'
import type { ModelSummary } from '../domain/registered.ts'
import type { useRegistry } from './useRegistry.ts'

export function modelMenu({ name, champion, latest }: ModelSummary, actions: ReturnType<typeof useRegistry>, edit: () => void): readonly MenuEntry[] {
  const rival = champion && latest && champion.version !== latest.version ? { champion: { model: name, version: champion.version }, latest: { model: name, version: latest.version } } : undefined
  return [
    { id: 'show', label: 'Show', icon: Package, run: () => actions.openModel(name) },
    { id: 'compare', label: 'Compare the newest with the champion', icon: GitCompareArrows, disabled: !rival, run: () => { if (rival) actions.compare(rival.champion, rival.latest) } },
    { kind: 'line' },
    { id: 'edit', label: 'Rename, describe, tag', icon: Pencil, run: edit },
    { id: 'copy', label: 'Copy the name', icon: Copy, run: () => actions.copy(name) },
    { kind: 'line' },
    { id: 'remove', label: 'Take out of the registry', icon: Trash2, danger: true, run: () => actions.removeModel(name) },
  ]
}
