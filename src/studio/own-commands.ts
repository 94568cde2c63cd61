import type { QueryClient } from '@tanstack/react-query'
import { workspaces } from '#areas/workspaces/contract.ts'
import type { Settings, Workspace } from '#areas/workspaces/contract.ts'
import type { CommandSpec } from '#kit/desk.ts'
import type { Subscribable } from '#lib/subscribable.ts'
import { ask } from '#wire/ask.ts'
import { panels, sidePanels } from './catalogue.ts'
import type { Dock } from './dock/dock.ts'
import type { openMoves } from './dock/moves.ts'
import type { Notices } from './notices.ts'
import { cycleRegions, focusFront } from './regions.ts'
import type { SessionAct } from './session-act.ts'
import { firstSession } from './address.ts'
import type { openSides, Place } from './sides.ts'

interface Parts {
  readonly dock: Dock
  readonly moves: ReturnType<typeof openMoves>
  readonly sides: ReturnType<typeof openSides>
  readonly notices: Notices
  readonly settings: Subscribable<Settings>
  readonly palette: Subscribable<boolean>
  readonly theme: Subscribable<'light' | 'dark'>
  readonly queries: QueryClient
  readonly workspace: Workspace
  readonly session: string
  readonly sessionAct: Subscribable<SessionAct | undefined>
}

/** What the shell itself can do. */
export function ownCommands(parts: Parts): readonly CommandSpec[] {
  return [...viewCommands(parts), ...tabCommands(parts), ...sideCommands(parts), ...sessionCommands(parts), ...openCommands()]
}

function viewCommands({ palette, settings, theme, queries, notices }: Parts): CommandSpec[] {
  const change = (next: Partial<Settings>) => void saveSettings({ settings, queries, notices, next })
  return [
    { id: 'studio.palette', title: 'Search or run a command', key: 'Mod+K Shift+Mod+C', run: () => palette.change((open) => !open) },
    { id: 'studio.home', title: 'Home', key: 'Alt+Shift+H', run: (desk) => desk.open('home') },
    { id: 'studio.launcher', title: 'New tab', key: 'Shift+Mod+L', run: (desk) => desk.open('launcher') },
    { id: 'studio.settings', title: 'Settings', key: 'Mod+,', run: (desk) => desk.open('settings') },
    { id: 'studio.connect', title: 'Connect MLflow', run: (desk) => desk.open('connect') },
    { id: 'studio.share', title: 'Copy the address of this view', key: 'Alt+Shift+C', run: () => void copyAddress(notices) },
    { id: 'studio.nextRegion', title: 'Next region', key: 'F6', run: () => cycleRegions(1) },
    { id: 'studio.previousRegion', title: 'Previous region', key: 'Shift+F6', run: () => cycleRegions(-1) },
    { id: 'studio.toggleTheme', title: 'Theme: switch between light and dark', run: () => change({ theme: theme.get() === 'dark' ? 'light' : 'dark' }) },
    { id: 'studio.systemTheme', title: 'Theme: as the system', run: () => change({ theme: 'system' }) },
    { id: 'studio.compact', title: 'Density: compact', run: () => change({ density: 'compact' }) },
    { id: 'studio.normal', title: 'Density: normal', run: () => change({ density: 'normal' }) },
    { id: 'studio.roomy', title: 'Density: roomy', run: () => change({ density: 'roomy' }) },
  ]
}

function tabCommands({ dock, moves }: Parts): CommandSpec[] {
  const commands: CommandSpec[] = [
    { id: 'tabs.next', title: 'Next tab', key: 'Mod+Shift+]', run: moves.next },
    { id: 'tabs.previous', title: 'Previous tab', key: 'Mod+Shift+[', run: moves.previous },
    { id: 'tabs.close', title: 'Close the tab', key: 'Alt+W', run: () => { const tab = dock.active(); if (tab) dock.askToClose(tab.id) } },
    { id: 'tabs.closeOthers', title: 'Close the other tabs', run: moves.closeOthers },
    { id: 'tabs.reopen', title: 'Reopen the closed tab', key: 'Alt+Shift+T', run: dock.reopen },
    { id: 'tabs.moveLeft', title: 'Move the tab left', key: 'Alt+Shift+ArrowLeft', run: moves.moveLeft },
    { id: 'tabs.moveRight', title: 'Move the tab right', key: 'Alt+Shift+ArrowRight', run: moves.moveRight },
    { id: 'tabs.splitRight', title: 'Split the tab to the right', key: 'Mod+\\', run: moves.splitRight },
    { id: 'tabs.splitDown', title: 'Split the tab downwards', key: 'Mod+Shift+\\', run: moves.splitDown },
    { id: 'tabs.nextGroup', title: 'Next group of tabs', key: 'Mod+Shift+.', run: moves.nextGroup },
    { id: 'tabs.previousGroup', title: 'Previous group of tabs', key: 'Mod+Shift+,', run: moves.previousGroup },
    { id: 'tabs.maximise', title: 'Maximise the group of tabs, or restore it', key: 'Alt+Shift+M', run: moves.maximise },
  ]
  return commands.map(({ run, ...spec }) => ({ ...spec, run: (desk) => { run?.(desk); focusFront() } }))
}

function sideCommands({ sides }: Parts): CommandSpec[] {
  const last = { left: sidePanels('left')[0]?.kind, right: sidePanels('right')[0]?.kind }
  const fold = (place: Place) => {
    const open = sides.state.get()[place]
    if (open !== null) last[place] = open
    const kind = last[place]
    if (kind !== undefined) sides.toggle(place, kind)
  }
  return [
    { id: 'sides.left', title: 'Show or hide the left side', key: 'Mod+B', run: () => fold('left') },
    ...(last.right === undefined ? [] : [{ id: 'sides.right', title: 'Show or hide the right side', key: 'Mod+Alt+B', run: () => fold('right') }]),
    ...panels.filter(({ place }) => place !== 'main').map((panel) => ({ id: `sides.show.${panel.kind}`, title: `Show ${panel.title({})}`, run: () => { if (panel.place !== 'main') sides.show(panel.place, panel.kind) } })),
  ]
}

function sessionCommands({ session, sessionAct }: Parts): CommandSpec[] {
  return [
    { id: 'sessions.create', title: 'New session', run: () => sessionAct.set('create') },
    { id: 'sessions.clone', title: 'Copy this session', run: () => sessionAct.set('clone') },
    ...(session === firstSession ? [] : [
      { id: 'sessions.rename', title: 'Rename this session', run: () => sessionAct.set('rename') },
      { id: 'sessions.delete', title: 'Delete this session', run: () => sessionAct.set('delete') },
    ]),
  ]
}

function openCommands(): CommandSpec[] {
  return panels.filter(({ launcher }) => launcher).map((panel) => ({ id: `open.${panel.kind}`, title: `Open ${panel.title({})}`, run: (desk) => desk.open(panel.kind) }))
}

export async function saveSettings({ settings, queries, notices, next }: Pick<Parts, 'settings' | 'queries' | 'notices'> & { readonly next: Partial<Settings> }): Promise<void> {
  const before = settings.get()
  settings.set({ ...before, ...next })
  try {
    await ask(workspaces.saveSettings, { settings: settings.get() })
    await queries.invalidateQueries({ queryKey: ['workspaces'] })
  } catch (error) {
    settings.set(before)
    notices.notify({ kind: 'bad', text: `The settings were not saved. ${error instanceof Error ? error.message : ''}` })
  }
}

async function copyAddress(notices: Notices): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.href)
    notices.notify({ kind: 'good', text: 'The address of this view is on the clipboard.' })
  } catch {
    notices.notify({ kind: 'info', text: `The browser does not give the clipboard. The address is ${location.href}` })
  }
}
