import { Copy, FilePen, Hammer, Package2, RotateCw, Trash2 } from 'lucide-react'
import type { MenuEntry } from '#kit/menu-entry.ts'
import type { EnvironmentHeadline } from '../domain/environment.ts'
import type { EnvironmentActions } from './useEnvironmentActions.ts'

export function environmentMenu({ name, kind, state, interpreter, key }: EnvironmentHeadline, actions: EnvironmentActions, askToDelete: () => void): readonly MenuEntry[] {
  const own = kind !== 'adopted'
  const gone = kind === 'curated' ? 'Delete what was built' : kind === 'adopted' ? 'Let go of it' : 'Delete'
  return [
    { id: 'show', label: 'Show', icon: Package2, run: () => actions.open(name) },
    ...(kind === 'declared' ? [{ id: 'settings', label: 'Edit what it declares', icon: FilePen, run: () => actions.open(name, 'overview') }] : []),
    { kind: 'line' },
    ...(own ? [
      { id: 'build', label: 'Build', icon: Hammer, disabled: state === 'ready' || state === 'building' || state === 'missing', run: () => actions.build(name) },
      { id: 'rebuild', label: 'Build anew from nothing', icon: RotateCw, disabled: state !== 'ready', run: () => actions.build(name, true) },
    ] : []),
    { id: 'python', label: 'Copy the path of its Python', icon: Copy, disabled: interpreter === null, run: () => actions.copy(interpreter ?? '', 'the path') },
    { kind: 'line' },
    { id: 'delete', label: gone, icon: Trash2, danger: true, disabled: kind === 'curated' && (key === null || interpreter === null), run: askToDelete },
  ]
}
