import { useQueries } from '@tanstack/react-query'
import { Download, File, Folder, FolderOpen } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { Toolbar } from '#kit/Toolbar.tsx'
import { Tree } from '#kit/Tree.tsx'
import type { TreeNode } from '#kit/Tree.tsx'
import { asking } from '#wire/ask.ts'
import { runs } from '../../contract.ts'
import type { Artifact } from '../../domain/shown.ts'
import { bytesText } from './bytes-text.ts'

/** Folders are read when they are opened. */
export function ArtifactTree({ run, path, onPath }: { readonly run: string; readonly path: string; readonly onPath: (path: string) => void }) {
  const [open, setOpen] = useState<readonly string[]>(() => foldersAbove(path))
  const folders = ['', ...open]
  const answers = useQueries({ queries: folders.map((folder) => asking(runs.artifacts, { run, path: folder })) })
  const byFolder = new Map(folders.map((folder, i) => [folder, answers[i]?.data]))
  const [root] = answers
  if (root?.error) return <div className="p-3"><ProblemNote error={root.error} onRetry={() => void root.refetch()} /></div>
  if (!root?.data) return <div className="p-3"><Skeleton lines={6} label="Reading the artifacts" /></div>
  const choose = (ids: readonly string[]) => { const [id] = ids; if (id !== undefined && !isFolder(byFolder, id)) onPath(id) }
  return (
    <>
      <Toolbar label="Artifacts" slim><span>{root.data.length === 0 ? 'Nothing kept yet' : 'Artifacts'}</span><span className="sp" />{root.data.length > 0 && <Button variant="ghost" size="s" icon={Download} label="Download all as zip" onPress={() => window.open(`/api/runs/artifacts.zip?run=${encodeURIComponent(run)}`, '_self')} />}</Toolbar>
      <div className="min-h-0 flex-1 p-1"><Tree label="Artifacts" mode="single" nodes={nodesOf(byFolder, '')} expanded={open} onExpand={setOpen} selected={path === '' ? [] : [path]} onSelect={choose} empty={<p className="p-3 text-s text-ink-2">Files that the run logs appear here.</p>} /></div>
    </>
  )
}

type Known = ReadonlyMap<string, readonly Artifact[] | undefined>

function nodesOf(known: Known, folder: string): TreeNode[] {
  return (known.get(folder) ?? []).map(({ path, folder: isDirectory, bytes }) => {
    const label = path.slice(path.lastIndexOf('/') + 1)
    if (isDirectory) return { id: path, label, icon: Folder, openIcon: FolderOpen, branch: true, nothing: known.get(path) ? 'empty' : 'reading …', children: nodesOf(known, path) }
    return { id: path, label, icon: File, ...(bytes === null ? {} : { note: bytesText(bytes) }) }
  })
}

function isFolder(known: Known, id: string): boolean {
  return [...known.values()].some((all) => all?.some(({ path, folder }) => path === id && folder))
}

function foldersAbove(path: string): string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'))
}
