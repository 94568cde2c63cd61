import { useQuery } from '@tanstack/react-query'
import { Confirm } from '#kit/Confirm.tsx'
import { Button } from '#kit/Button.tsx'
import { Dialog } from '#kit/Dialog.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { StopDialog } from '#kit/StopDialog.tsx'
import { asking } from '#wire/ask.ts'
import { runs } from '../../contract.ts'
import type { SavedView } from '../../domain/view.ts'
import { countOf, useRunActs } from '../acts/useRunActs.ts'
import { useStop } from '../acts/useStop.ts'
import { CardSettings } from '../board/CardSettings.tsx'
import { kinds } from '../cards/kinds.ts'
import { useBench } from '../view/bench.ts'
import type { Asking } from '../view/bench.ts'
import { TagDialog } from './TagDialog.tsx'
import { TextDialog } from './TextDialog.tsx'

export interface ViewActs {
  readonly saveAs: (name: string) => Promise<boolean>
  readonly rename: (name: string) => Promise<boolean>
  readonly drop: () => void
}

interface Props { readonly asking: Asking; readonly view: SavedView | undefined; readonly name: string; readonly acts: ViewActs; readonly onClose: () => void }

export function Dialogs({ asking: asked, view, name, acts, onClose }: Props) {
  const { rename } = useRunActs()
  const { stop } = useStop()
  switch (asked.dialog) {
    case 'rename': return <TextDialog title="Rename the run" label="Name" value={asked.name} action="Rename" onDone={(next) => rename(asked.run, next)} onClose={onClose} />
    case 'tag': return <TagDialog runs={asked.runs} onClose={onClose} />
    case 'note': return <NoteDialog runs={asked.runs} onClose={onClose} />
    case 'stop': return <StopDialog title={asked.name} started={asked.started} onStop={() => stop(asked.job, asked.name)} onClose={onClose} />
    case 'saveAs': return <TextDialog title="Save the view" label="Name" value={view ? `${view.name} 2` : name} action="Save" hint="Filter, columns, groups, marks and cards are kept; others find it under this name." onDone={acts.saveAs} onClose={onClose} />
    case 'renameView': return <TextDialog title="Rename the view" label="Name" value={view?.name ?? ''} action="Rename" onDone={acts.rename} onClose={onClose} />
    case 'dropView': return <Confirm title={`Delete “${view?.name ?? ''}”?`} action="Delete the view" danger onConfirm={acts.drop} onClose={onClose}>The view goes for everybody; the runs stay. Addresses that name it open no more.</Confirm>
    case 'card': return <CardDialog id={asked.id} onClose={onClose} />
    case 'renameCard': return <CardName id={asked.id} onClose={onClose} />
  }
}

function NoteDialog({ runs: ids, onClose }: { readonly runs: readonly string[]; readonly onClose: () => void }) {
  const { note } = useRunActs()
  const { data } = useQuery({ ...asking(runs.run, { id: ids[0] ?? '' }), enabled: ids.length === 1 })
  if (ids.length === 1 && !data) return <Dialog title="Note" onClose={onClose}><Skeleton lines={5} label="Reading the note" /></Dialog>
  const now = data?.tags.find(({ key }) => key === 'mlflow.note.content')?.value ?? ''
  return <TextDialog title={ids.length === 1 ? `Note on ${data?.name ?? ''}` : `Note on ${countOf(ids)}`} label="Note, in Markdown" value={now} action="Keep" long onDone={(text) => note(ids, text)} onClose={onClose} />
}

function CardDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { state: { cards }, change, keys } = useBench()
  const card = cards.find((one) => one.id === id)
  if (!card) return null
  return (
    <Dialog title={card.title || kinds[card.kind].title} width={420} onClose={onClose} actions={<Button variant="primary" onPress={onClose}>Done</Button>}>
      <CardSettings card={card} keys={keys} onChange={(next) => change({ cards: cards.map((one) => (one.id === id ? next : one)) }, `card ${id}`)} />
    </Dialog>
  )
}

function CardName({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { state: { cards }, change } = useBench()
  const card = cards.find((one) => one.id === id)
  if (!card) return null
  return <TextDialog title="Rename the card" label="Title" value={card.title || kinds[card.kind].title} action="Rename" onDone={(title) => { change({ cards: cards.map((one) => (one.id === id ? { ...one, title } : one)) }); return Promise.resolve(true) }} onClose={onClose} />
}
