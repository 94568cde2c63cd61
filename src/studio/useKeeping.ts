import { useEffect } from 'react'
import { workspaces } from '#areas/workspaces/contract.ts'
import { ask } from '#wire/ask.ts'
import { firstSession, readAddress, writeAddress } from './address.ts'
import { panelOf } from './catalogue.ts'
import type { Tab } from './dock/dock.ts'
import { isOwn } from './own.ts'
import type { Studio } from './studio.ts'

/** Keeps the desk on the server, the address in the address line and what was opened in the list of recent work. */
export function useKeeping(studio: Studio): void {
  const { dock, sides, saving, live, session, workspace } = studio
  useEffect(() => live.start(), [live])
  useEffect(() => {
    let noted = ''
    let timer: ReturnType<typeof setTimeout> | undefined
    const follow = () => {
      const tab = dock.active()
      const address = writeAddress({ session, ...(tab ? { opens: { kind: tab.kind, params: tab.params } } : {}) })
      if (address !== location.pathname + location.search) history.replaceState(null, '', address)
      document.title = [tab?.title, workspace.name, session === firstSession ? undefined : session, 'Atelier'].filter(Boolean).join(' · ')
      clearTimeout(timer)
      if (tab && tab.id !== noted) timer = setTimeout(() => { noted = tab.id; note(studio, tab.id) }, 1000)
    }
    const changed = () => {
      follow()
      saving.changed()
    }
    follow()
    const stops = [dock.version.subscribe(changed), sides.state.subscribe(saving.changed)]
    return () => {
      clearTimeout(timer)
      for (const stop of stops) stop()
    }
  }, [studio, dock, sides, saving, session, workspace])
  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      saving.leave()
      if (dock.dirty.get().size > 0) event.preventDefault()
    }
    window.addEventListener('beforeunload', leave)
    return () => window.removeEventListener('beforeunload', leave)
  }, [dock, saving])
  useEffect(() => {
    /** A link to a view of this desk opens it here, without loading the page anew. */
    function followLink(event: MouseEvent): void {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || link.target === '_blank' || link.origin !== location.origin || link.hasAttribute('download')) return
      const { opens, ...address } = readAddress(link)
      if (!opens || address.session !== session) return
      event.preventDefault()
      studio.desk.open(opens.kind, opens.params)
    }

    /** A printed address that is pasted over the bare one loads nothing anew. */
    function followHash(): void {
      const { opens } = readAddress(location)
      if (opens) studio.desk.open(opens.kind, opens.params)
    }

    document.addEventListener('click', followLink)
    window.addEventListener('hashchange', followHash)
    return () => {
      document.removeEventListener('click', followLink)
      window.removeEventListener('hashchange', followHash)
    }
  }, [studio, session])
}

function note({ dock, queries }: Studio, id: string): void {
  const tab = dock.tab(id)
  if (!tab || isOwn(tab.kind) || panelOf(tab.kind)?.passing) return
  ask(workspaces.noteRecent, { kind: tab.kind, params: identityOf(tab), title: tab.title })
    .then(() => queries.invalidateQueries({ queryKey: ['workspaces', 'recents'] }), () => {})
}

function identityOf(tab: Tab): Record<string, string> {
  const keys = panelOf(tab.kind)?.identity
  return keys ? Object.fromEntries(keys.flatMap((key) => (tab.params[key] === undefined ? [] : [[key, tab.params[key]]]))) : { ...tab.params }
}
