import { Database, FileText, History, LayoutDashboard } from 'lucide-react'
import { datasets } from '#areas/datasets/contract.ts'
import { files } from '#areas/files/contract.ts'
import { workspaces } from '#areas/workspaces/contract.ts'
import type { PaletteSource } from '#kit/desk.ts'
import { ask } from '#wire/ask.ts'
import { writeAddress } from '../address.ts'
import { areas } from '../areas.ts'
import { panelOf } from '../catalogue.ts'

const most = 30

/** What the palette finds besides tabs and commands. */
export const sources: readonly PaletteSource[] = [
  { title: 'Recent', items: recents },
  { title: 'Data sets', items: dataSets },
  ...areas.flatMap((area) => area.palette ?? []),
  { title: 'Files', items: someFiles },
  { title: 'Sessions', items: sessions },
]

async function recents(query: string, signal: AbortSignal) {
  const found = await ask(workspaces.recents, {}, signal)
  return found.recents.filter(({ kind }) => panelOf(kind) && !panelOf(kind)?.passing).slice(0, query === '' ? 5 : most)
    .map(({ kind, params, title }) => ({ id: `recent:${kind}:${JSON.stringify(params)}`, label: title, icon: panelOf(kind)?.icon ?? History, run: (desk) => desk.open(kind, params) }) satisfies Item)
}

async function dataSets(query: string, signal: AbortSignal) {
  if (query === '') return []
  const found = await ask(datasets.list, {}, signal)
  return found.map(({ name, latest }) => ({ id: `data:${name}`, label: name, note: `v${latest.version}`, icon: Database, run: (desk) => desk.open('dataset', { dataset: name }) }) satisfies Item)
}

async function someFiles(query: string, signal: AbortSignal) {
  if (query.trim() === '') return []
  const { found } = await ask(files.search, { text: query, limit: most }, signal)
  return found.filter(({ kind }) => kind === 'file').map(({ path }) => ({ id: `file:${path}`, label: path, icon: FileText, run: (desk) => desk.openFile(path) }) satisfies Item)
}

async function sessions(query: string, signal: AbortSignal) {
  if (query.trim() === '') return []
  const found = await ask(workspaces.sessions, {}, signal)
  return found.sessions.map(({ name, tabs }) => ({ id: `session:${name}`, label: name, note: `session, ${tabs === 1 ? '1 tab' : `${tabs} tabs`}`, icon: LayoutDashboard, run: () => location.assign(writeAddress({ session: name })) }) satisfies Item)
}

type Item = Awaited<ReturnType<PaletteSource['items']>>[number]
