import { useQuery } from '@tanstack/react-query'
import { Bookmark, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Confirm } from '#kit/Confirm.tsx'
import { ContextMenu } from '#kit/ContextMenu.tsx'
import { useDesk } from '#kit/desk.ts'
import { Head } from '#kit/Head.tsx'
import { Tree } from '#kit/Tree.tsx'
import { asking, useCommand } from '#wire/ask.ts'
import { runs } from '../../contract.ts'
import type { SavedView } from '../../domain/view.ts'
import { TextDialog } from '../dialogs/TextDialog.tsx'

/** Saved views by name, under the experiments. */
export function ViewList() {
  const desk = useDesk()
  const { data: views = [] } = useQuery(asking(runs.views, {}))
  const saving = useCommand(runs.saveView)
  const dropping = useCommand(runs.dropView)
  const [asked, setAsked] = useState<{ readonly what: 'rename' | 'drop'; readonly view: SavedView }>()
  if (views.length === 0) return null
  const open = (id: string) => desk.open('runsView', { view: id })
  const fail = (error: Error) => desk.notify({ kind: 'bad', text: error.message })
  const menu = (target: Element) => {
    const view = views.find(({ id }) => id === target.closest('[data-key]')?.getAttribute('data-key'))
    return view ? [
      { id: 'open', label: 'Open', icon: Bookmark, keyHint: 'Enter', run: () => open(view.id) },
      { id: 'rename', label: 'Rename…', icon: Pencil, run: () => setAsked({ what: 'rename' as const, view }) },
      { id: 'drop', label: 'Delete…', icon: Trash2, danger: true, run: () => setAsked({ what: 'drop' as const, view }) },
    ] : []
  }
  return (
    <section className="rn-views" aria-label="Saved views">
      <Head title="Saved views" />
      <ContextMenu label="View" items={menu} className="flex min-h-0 flex-1 flex-col">
        <Tree label="Saved views" mode="single" expanded={[]} onExpand={() => {}} selected={[]} onSelect={() => {}} onAction={open} nodes={views.map(({ id, name, by }) => ({ id, label: name, icon: Bookmark, note: by === 'local' ? undefined : by }))} />
      </ContextMenu>
      {asked?.what === 'rename' && <TextDialog title="Rename the view" label="Name" value={asked.view.name} action="Rename" onDone={(name) => saving.mutateAsync({ id: asked.view.id, name, state: asked.view.state }).then(() => true, (error: Error) => { fail(error); return false })} onClose={() => setAsked(undefined)} />}
      {asked?.what === 'drop' && <Confirm title={`Delete “${asked.view.name}”?`} action="Delete the view" danger onConfirm={() => dropping.mutate({ id: asked.view.id }, { onError: fail })} onClose={() => setAsked(undefined)}>The view goes for everybody; the runs stay. Addresses that name it open no more.</Confirm>}
    </section>
  )
}
