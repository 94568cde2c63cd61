import { useQuery } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { Confirm } from '#kit/Confirm.tsx'
import { useDesk } from '#kit/desk.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { Empty } from '#kit/Empty.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { when } from '#lib/words.ts'
import { asking, useCommand } from '#wire/ask.ts'
import { files } from '../contract.ts'
import type { Trashed } from '../domain/entry.ts'
import { sizeOf } from './tree-nodes.tsx'

/** What was deleted, to take back or to delete for good. */
export function TrashDialog({ onClose }: { readonly onClose: () => void }) {
  const desk = useDesk()
  const { data, error, refetch } = useQuery(asking(files.trashed, {}))
  const [restore, empty] = [useCommand(files.restore), useCommand(files.empty)]
  const [sure, setSure] = useState(false)
  const tell = { onError: (fault: Error) => desk.notify({ kind: 'bad', text: fault.message }) }
  const total = (data ?? []).reduce((sum, { bytes }) => sum + bytes, 0)
  return (
    <Dialog title="Deleted files" width={560} onClose={onClose} actions={<><Button variant="danger" disabled={!data?.length} onPress={() => setSure(true)}>Empty the trash</Button><Button variant="primary" onPress={onClose}>Done</Button></>}>
      <Content data={data} error={error} onRetry={() => void refetch()} onRestore={(id) => restore.mutate({ ids: [id] }, tell)} />
      {sure && <Confirm title="Empty the trash?" action="Delete for good" danger onClose={() => setSure(false)} onConfirm={() => empty.mutate({}, tell)}>{data?.length} files and folders ({sizeOf(total)}) are deleted for good. This cannot be undone.</Confirm>}
    </Dialog>
  )
}

function Content({ data, error, onRetry, onRestore }: { readonly data: readonly Trashed[] | undefined; readonly error: unknown; readonly onRetry: () => void; readonly onRestore: (id: string) => void }) {
  if (!data) return error ? <ProblemNote error={error} onRetry={onRetry} /> : <Skeleton lines={4} label="Reading the trash" />
  if (data.length === 0) return <Empty icon={Trash2} title="The trash is empty" text="What you delete in the file browser waits here until you empty the trash." />
  return <ul className="max-h-80 overflow-auto">{data.map((one) => <Row key={one.id} one={one} onRestore={() => onRestore(one.id)} />)}</ul>
}

function Row({ one: { path, bytes, at, by }, onRestore }: { readonly one: Trashed; readonly onRestore: () => void }) {
  return (
    <li className="flex items-center gap-3 border-b border-line py-1">
      <span className="min-w-0 flex-1"><span className="clip block" title={path}>{path}</span><span className="text-xs text-ink-2">{when(at)} by {by}, {sizeOf(bytes)}</span></span>
      <Button size="s" onPress={onRestore}>Restore</Button>
    </li>
  )
}
