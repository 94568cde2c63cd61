import { useQuery } from '@tanstack/react-query'
import { ChevronDown, Copy, LayoutDashboard, Pencil, Plus, Trash2 } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { workspaces } from '#areas/workspaces/contract.ts'
import { later } from '#kit/later.tsx'
import { Menu } from '#kit/Menu.tsx'
import type { MenuEntry } from '#kit/menu-entry.ts'
import { asking } from '#wire/ask.ts'
import { firstSession, writeAddress } from '../address.ts'
import { useStudio } from '../studio.ts'
import { useValue } from '../useValue.ts'

const SessionDialog = later(() => import('./SessionDialog.tsx').then((module) => module.SessionDialog))

/** The workspace's name; under it the named desks. */
export function SessionMenu() {
  const { workspace, session, sessionAct } = useStudio()
  const { data } = useQuery(asking(workspaces.sessions, {}))
  const act = useValue(sessionAct)
  const names = [...new Set([session, ...(data?.sessions.map(({ name }) => name) ?? [])])].toSorted((a, b) => Number(b === firstSession) - Number(a === firstSession) || a.localeCompare(b))
  const items: MenuEntry[] = [
    { kind: 'section', label: 'Sessions' },
    ...names.map((name) => ({ id: `go:${name}`, label: name, icon: LayoutDashboard, checked: name === session, run: () => { if (name !== session) location.assign(writeAddress({ session: name })) } })),
    { kind: 'line' },
    { id: 'create', label: 'New session…', icon: Plus, run: () => sessionAct.set('create') },
    { id: 'clone', label: 'Copy this session…', icon: Copy, run: () => sessionAct.set('clone') },
    { id: 'rename', label: 'Rename this session…', icon: Pencil, disabled: session === firstSession, run: () => sessionAct.set('rename') },
    { id: 'delete', label: 'Delete this session…', icon: Trash2, danger: true, disabled: session === firstSession, run: () => sessionAct.set('delete') },
  ]
  return (
    <>
      <Menu items={items} label="Sessions">
        <AriaButton className="ghost ws-name" aria-label={`Workspace ${workspace.name}, session ${session}`}>
          <span className="clip">{workspace.name}</span>
          {session !== firstSession && <span className="chip accent">{session}</span>}
          <ChevronDown size={14} />
        </AriaButton>
      </Menu>
      {act && <SessionDialog act={act} onClose={() => sessionAct.set(undefined)} />}
    </>
  )
}
