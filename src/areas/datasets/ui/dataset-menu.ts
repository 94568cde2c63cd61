import { Copy, Dumbbell, FolderSearch, GitCompareArrows, Pencil, RefreshCw, Table2, Trash2 } from 'lucide-react'
import type { MenuEntry } from '#kit/menu-entry.ts'
import type { Dataset } from '../domain/dataset.ts'
import type { useDatasetActions } from './useDatasetActions.ts'

export function datasetMenu({ name, latest, versions, sourceState }: Dataset, actions: ReturnType<typeof useDatasetActions>, rename: () => void): readonly MenuEntry[] {
  const table = latest.format !== 'images' && latest.format !== 'texts'
  return [
    { id: 'show', label: 'Show', icon: FolderSearch, run: () => actions.open(name) },
    ...(table ? [{ id: 'wrangle', label: 'Open in wrangler', icon: Table2, run: () => actions.openWrangler(name) }] : []),
    { id: 'train', label: 'Train on it', icon: Dumbbell, run: () => actions.train(name) },
    { id: 'compare', label: 'Compare with the version before', icon: GitCompareArrows, disabled: versions < 2, run: () => actions.compare({ dataset: name, version: latest.version - 1 }, { dataset: name, version: latest.version }) },
    { kind: 'line' },
    { id: 'refresh', label: 'Read the source again', icon: RefreshCw, disabled: latest.source.startsWith('.atelier/') || sourceState === 'gone', run: () => actions.refresh(name) },
    { id: 'copy', label: 'Copy the name', icon: Copy, run: () => void navigator.clipboard.writeText(name) },
    { id: 'rename', label: 'Rename', icon: Pencil, run: rename },
    { kind: 'line' },
    { id: 'remove', label: 'Take off the list', icon: Trash2, danger: true, run: () => actions.remove(name) },
  ]
}
