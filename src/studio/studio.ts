import type { QueryClient } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { Desk as KeptDesk, Settings, Workspace } from '#areas/workspaces/contract.ts'
import type { Desk } from '#kit/desk.ts'
import { subscribable } from '#lib/subscribable.ts'
import { writeAddress } from './address.ts'
import type { Address } from './address.ts'
import { areas } from './areas.ts'
import { openers, panelOf, sidePanels } from './catalogue.ts'
import { openCommands } from './commands.ts'
import { openDock } from './dock/dock.ts'
import { openMoves } from './dock/moves.ts'
import { openJobNews } from './job-news.ts'
import { openLive } from './live.ts'
import { openNotices } from './notices.ts'
import { ownCommands } from './own-commands.ts'
import { openSaving } from './saving.ts'
import { focusIfLost } from './regions.ts'
import type { SessionAct } from './session-act.ts'
import { openSides } from './sides.ts'
import type { Place } from './sides.ts'

export type Studio = ReturnType<typeof openStudio>

export interface StudioNeeds {
  readonly address: Address
  readonly kept: KeptDesk | undefined
  readonly settings: Settings
  readonly workspace: Workspace
  readonly queries: QueryClient
}

/** All parts of the shell, made once for a page. */
export function openStudio({ address, kept, settings, workspace, queries }: StudioNeeds) {
  const { session } = address
  const dock = openDock({ layout: kept?.layout, panelOf, first: [{ kind: 'home', params: {} }] })
  const sides = openSides(kept?.sides, sidePanels('left')[0]?.kind ?? null)
  const notices = openNotices()
  const chosen = subscribable(settings)
  const palette = subscribable(false)
  const sessionAct = subscribable<SessionAct | undefined>(undefined)
  const theme = subscribable<'light' | 'dark'>('light')
  const saving = openSaving({
    session,
    desk: () => ({ layout: { ...dock.json() }, sides: sides.state.get() }),
    closed: dock.gone,
    onOthers: (tabs) => notices.notify({
      kind: 'info', text: `This session is open in another window too. ${tabs === 1 ? 'The tab' : `The ${tabs} tabs`} opened there ${tabs === 1 ? 'is' : 'are'} kept and will stand here after a reload.`,
      action: { label: 'Reload', run: () => location.reload() },
    }),
  })
  const jobNews = openJobNews({ active: dock.active, notify: notices.notify, open: (kind, params) => desk.open(kind, params) })
  const live = openLive(queries, (happening) => jobNews.heard(happening))
  const parts = { session, workspace, queries, dock, moves: openMoves(dock), sides, notices, settings: chosen, palette, sessionAct, theme, saving, live }
  const commands = openCommands({
    specs: [...ownCommands(parts), ...areas.flatMap((area) => area.commands ?? [])],
    keys: () => chosen.get().keys,
    activeKind: () => dock.active()?.kind,
  })

  const desk: Desk = {
    open(kind, params = {}, where) {
      const spec = panelOf(kind)
      if (!spec) notices.notify({ kind: 'warn', text: `There is no view “${kind}” in this Atelier. The address may come from a newer one.` })
      else if (spec.place === 'main') dock.open({ kind, params }, where)
      else showSide(spec.place, kind)
    },
    openFile(path, kind) {
      const opener = openers.find((one) => (kind === undefined || one.kind === kind) && one.matches(path))
      if (opener) desk.open(opener.kind, { path })
      else notices.notify({ kind: 'warn', text: `Nothing here opens “${path}”. Download it to see it in another program.` })
    },
    openersOf: (path) => openers.filter((one) => one.matches(path)),
    run(id) {
      if (!commands.run(id, desk)) notices.notify({ kind: 'info', text: 'Nothing in front answers that command now.' })
    },
    notify: notices.notify,
    addressOf: (kind, params) => new URL(writeAddress({ session, opens: { kind, params } }), location.origin).href,
    get theme() { return theme.get() },
    answer: commands.answer,
    hear: live.hear,
  }

  function showSide(place: Place, kind: string): void {
    sides.show(place, kind)
    focusIfLost(`side-${place}`)
  }

  return { ...parts, commands, desk }
}

export const StudioContext = createContext<Studio | undefined>(undefined)

export function useStudio(): Studio {
  const studio = useContext(StudioContext)
  if (!studio) throw new Error('This part stands outside the studio.')
  return studio
}
