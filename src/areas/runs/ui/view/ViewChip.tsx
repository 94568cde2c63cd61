import { Bookmark, ChevronDown, Copy, Pencil, Redo2, RotateCcw, Save, SaveAll, Share2, Trash2, Undo2 } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { Button } from '#kit/Button.tsx'
import { useDesk } from '#kit/desk.ts'
import { Menu } from '#kit/Menu.tsx'
import type { MenuEntry } from '#kit/menu-entry.ts'
import { asking } from '#wire/ask.ts'
import { runs } from '../../contract.ts'
import type { SavedView } from '../../domain/view.ts'
import { useBench } from './bench.ts'

/** The saved view that is looked at and what was changed since; saves, renames, shares and opens others. */
export function ViewChip({ view, onSave, onShare }: { readonly view: SavedView | undefined; readonly onSave: () => void; readonly onShare: () => void }) {
  const { state: { query: { experiments } }, changed, reset, ask, undo, redo, canUndo, canRedo } = useBench()
  const desk = useDesk()
  const { data: others = [] } = useQuery(asking(runs.views, { experiments }))
  const items: readonly MenuEntry[] = [
    ...(view ? [{ id: 'save', label: 'Save the changes', icon: Save, keyHint: 'Mod+S', disabled: !changed, run: onSave }] : []),
    { id: 'saveAs', label: 'Save as…', icon: SaveAll, keyHint: view ? 'Shift+Mod+S' : 'Mod+S', run: () => ask({ dialog: 'saveAs' }) },
    { id: 'share', label: 'Copy the address', icon: Share2, run: onShare },
    { kind: 'line' },
    { id: 'undo', label: 'Undo', icon: Undo2, keyHint: 'Mod+Z', disabled: !canUndo, run: undo },
    { id: 'redo', label: 'Redo', icon: Redo2, keyHint: 'Shift+Mod+Z', disabled: !canRedo, run: redo },
    { id: 'reset', label: view ? 'Back to what was saved' : 'Back to the usual view', icon: RotateCcw, disabled: !changed, run: reset },
    ...(view ? [{ kind: 'line' as const }, { id: 'rename', label: 'Rename…', icon: Pencil, run: () => ask({ dialog: 'renameView' }) }, { id: 'drop', label: 'Delete the view', icon: Trash2, danger: true, run: () => ask({ dialog: 'dropView' }) }] : []),
    ...(others.length > 0 ? [{ kind: 'line' as const }, { kind: 'section' as const, label: 'Saved views' }] : []),
    ...others.slice(0, 20).map((one) => ({ id: one.id, label: one.name, icon: one.id === view?.id ? Bookmark : Copy, checked: one.id === view?.id, run: () => desk.open('runsView', { view: one.id }) })),
  ]
  return (
    <Menu label="View" items={items}>
      <Button variant="ghost" className="rn-viewchip"><span className="clip">{wordsOf(view, changed)}</span><ChevronDown size={11} /></Button>
    </Menu>
  )
}

function wordsOf(view: SavedView | undefined, changed: boolean): string {
  if (view) return `view “${view.name}”${changed ? ' · edited' : ' · saved'}`
  return changed ? 'view not saved' : 'usual view'
}
