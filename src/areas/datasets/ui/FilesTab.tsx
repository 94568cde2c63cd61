import { useQueries } from '@tanstack/react-query'
import { FileText } from 'lucide-react'
import { useState } from 'react'
import { useDesk } from '#kit/desk.ts'
import { useSize } from '#kit/plot/useSize.ts'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { asking } from '#wire/ask.ts'
import { datasets } from '../contract.ts'
import type { Version } from '../domain/dataset.ts'
import { bytesOf, countOf } from './words.ts'

const page = 200
const tile = { width: 148, height: 172 }

/** The files of a folder of images or texts; only the tiles in sight are there. */
export function FilesTab({ version }: { readonly version: Version }) {
  const { dataset, rows } = version
  const { ref, size } = useSize<HTMLDivElement>()
  const [top, setTop] = useState(0)
  const across = Math.max(1, Math.floor((size.width - 16) / tile.width))
  const firstLine = Math.max(0, Math.floor(top / tile.height) - 1)
  const from = firstLine * across
  const to = Math.min(rows, (firstLine + Math.ceil(size.height / tile.height) + 3) * across)
  const pages = Array.from({ length: Math.floor(Math.max(from, to - 1) / page) - Math.floor(from / page) + 1 }, (_, i) => Math.floor(from / page) + i)
  const answers = useQueries({ queries: pages.map((one) => ({ ...asking(datasets.items, { dataset, version: version.version, from: one * page, size: page }), staleTime: Infinity })) })
  const failed = answers.find(({ error }) => error)
  const itemAt = (index: number) => answers[Math.floor(index / page) - (pages[0] ?? 0)]?.data?.items[index % page]
  if (failed?.error) return <div className="p-4"><ProblemNote error={failed.error} onRetry={() => void failed.refetch()} /></div>
  return (
    <>
      <div ref={ref} className="relative min-h-0 flex-1 overflow-auto p-2" role="region" aria-label={`Files of ${dataset}`} tabIndex={0} onScroll={({ currentTarget }) => setTop(currentTarget.scrollTop)}>
        <ul className="relative" style={{ height: Math.ceil(rows / across) * tile.height }} aria-label="Files">
          {Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i).map((index) => (
            <li key={index} className="absolute p-1" aria-setsize={rows} aria-posinset={index + 1} style={{ width: tile.width, height: tile.height, left: (index % across) * tile.width, top: Math.floor(index / across) * tile.height }}>
              <Tile version={version} item={itemAt(index)} />
            </li>
          ))}
        </ul>
      </div>
      <p className="flex-none border-t border-line px-3 py-1 text-xs text-ink-2">{countOf(rows)} files · all</p>
    </>
  )
}

function Tile({ version, item }: { readonly version: Version; readonly item: { readonly path: string; readonly name: string; readonly bytes: number; readonly label: string | null } | undefined }) {
  const desk = useDesk()
  if (!item) return <div className="skeleton h-full w-full" />
  const query = new URLSearchParams({ dataset: version.dataset, version: String(version.version), path: item.path })
  return (
    <button type="button" className="flex h-full w-full flex-col gap-1 rounded-2 border border-line bg-surface p-1 text-left hover:border-line-strong" title={item.path} onClick={() => desk.openFile(item.path)}>
      <span className="grid min-h-0 flex-1 place-items-center overflow-hidden rounded-1 bg-sunken text-ink-3">
        {version.format === 'images' ? <img src={`/api/datasets/thumb?${query}`} alt={item.name} loading="lazy" decoding="async" className="max-h-full max-w-full object-contain" /> : <FileText size={28} />}
      </span>
      <span className="clip text-xs">{item.name}</span>
      <span className="flex items-center gap-1 text-xs text-ink-2"><span className="clip">{item.label ?? ''}</span><span className="sp">{bytesOf(item.bytes)}</span></span>
    </button>
  )
}
