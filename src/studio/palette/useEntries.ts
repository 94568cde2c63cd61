import { keepPreviousData, useQueries } from '@tanstack/react-query'
import type { Desk, PaletteItem } from '#kit/desk.ts'
import type { Icon } from '#kit/icon.ts'
import { panelOf } from '../catalogue.ts'
import { rank } from '../rank.ts'
import { useStudio } from '../studio.ts'
import { sources } from './sources.ts'

export interface Entry {
  readonly id: string
  readonly label: string
  readonly note?: string | undefined
  readonly icon?: Icon | undefined
  readonly keys: readonly string[]
  readonly hits: readonly number[]
  readonly score: number
  readonly run: (desk: Desk) => void
}

export interface Section {
  readonly title: string
  /** Number of its first entry among all. */
  readonly from: number
  readonly entries: readonly Entry[]
}

const most = { tabs: 6, things: 8, commands: 40 }

/** What the palette shows for what is typed: the part with the best fit first; after a `>` only commands. */
export function useEntries(typed: string): { readonly sections: readonly Section[]; readonly entries: readonly Entry[] } {
  const { dock, commands } = useStudio()
  const onlyCommands = typed.startsWith('>')
  const query = onlyCommands ? typed.slice(1).trim() : typed
  const front = dock.active()?.id
  const tabs = dock.tabs().filter(({ id }) => id !== front).map((tab): Found => ({ id: `tab:${tab.id}`, label: tab.title, icon: panelOf(tab.kind)?.icon, note: 'open tab', run: () => dock.select(tab.id) }))
  const doings = commands.offered().filter(({ id }) => id !== 'studio.palette').map((spec): Found => ({ id: spec.id, label: spec.title, keys: commands.keysOf(spec), run: (desk) => desk.run(spec.id) }))
  const answers = useQueries({
    queries: sources.map(({ title, items }) => ({ queryKey: ['palette', title, query], queryFn: ({ signal }: { signal: AbortSignal }) => items(query, signal), placeholderData: keepPreviousData, staleTime: 0, retry: false })),
  })
  const things = sources.map(({ title }, index) => ({ title, found: answers[index]?.data ?? [], most: most.things }))
  const parts = onlyCommands ? [{ title: 'Commands', found: doings, most: most.commands }] : [{ title: 'Open tabs', found: tabs, most: most.tabs }, ...things, { title: 'Commands', found: doings, most: most.commands }]
  const fitting = parts.map((part) => ({ title: part.title, entries: entriesOf(query, part.found).slice(0, part.most) })).filter(({ entries }) => entries.length > 0)
  return numbered(fitting.toSorted((a, b) => (b.entries[0]?.score ?? 0) - (a.entries[0]?.score ?? 0)))
}

type Found = Omit<PaletteItem, 'note' | 'icon'> & { readonly note?: string | undefined; readonly icon?: Icon | undefined; readonly keys?: readonly string[] }

function entriesOf(query: string, found: readonly Found[]): Entry[] {
  return rank(query, found, ({ label }) => label).map(({ item, hits, score }) => ({ ...item, keys: item.keys ?? [], hits, score }))
}

function numbered(parts: readonly { readonly title: string; readonly entries: readonly Entry[] }[]) {
  const sections = parts.map((part, index): Section => ({ ...part, from: parts.slice(0, index).reduce((sum, { entries }) => sum + entries.length, 0) }))
  return { sections, entries: sections.flatMap(({ entries }) => entries) }
}
