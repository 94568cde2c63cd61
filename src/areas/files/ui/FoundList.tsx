import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Folder, SearchX } from 'lucide-react'
import { Empty } from '#kit/Empty.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { Tree } from '#kit/Tree.tsx'
import { asking } from '#wire/ask.ts'
import { files } from '../contract.ts'
import type { Found } from '../domain/entry.ts'
import { iconOf } from './icons.ts'

/** Paths that fit the filter; the letters that were meant stand out. */
export function FoundList({ text, selected, onSelect, onOpen }: { readonly text: string; readonly selected: readonly string[]; readonly onSelect: (paths: readonly string[]) => void; readonly onOpen: (found: Found) => void }) {
  const { data, error, isPending, refetch } = useQuery({ ...asking(files.search, { text }), placeholderData: keepPreviousData })
  if (isPending) return <div className="p-3"><Skeleton lines={6} label="Searching" /></div>
  if (error && !data) return <div className="p-3"><ProblemNote error={error} onRetry={() => void refetch()} /></div>
  if (!data || data.found.length === 0) return <Empty icon={SearchX} title="Nothing fits" text={`No path in the workspace holds these letters in this order: ${text}`} />
  const nodes = data.found.map((found) => {
    const Mark = found.kind === 'folder' ? Folder : iconOf(found.path)
    return { id: found.path, label: found.path, content: <><Mark size={15} /><Marked path={found.path} at={found.at} /></> }
  })
  return (
    <>
      <div className="min-h-0 flex-1"><Tree label="Found files" nodes={nodes} expanded={[]} onExpand={() => undefined} selected={selected} onSelect={onSelect} onAction={(id) => { const found = data.found.find(({ path }) => path === id); if (found) onOpen(found) }} /></div>
      {data.partial && <p className="px-3 py-2 text-xs text-ink-2">The workspace holds more paths than are searched; the first 200,000 were.</p>}
    </>
  )
}

function Marked({ path, at }: { readonly path: string; readonly at: readonly number[] }) {
  const meant = new Set(at)
  const runs: { text: string; on: boolean }[] = []
  for (const [i, letter] of path.split('').entries()) {
    const last = runs.at(-1)
    if (last && last.on === meant.has(i)) last.text += letter
    else runs.push({ text: letter, on: meant.has(i) })
  }
  return <span className="clip" title={path}>{runs.map(({ text, on }, i) => (on ? <b key={i} className="font-semibold text-accent">{text}</b> : text))}</span>
}
