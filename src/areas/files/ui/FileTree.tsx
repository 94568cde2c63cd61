import { FolderOpen } from 'lucide-react'
import { useRef, useState } from 'react'
import type { DragEvent, KeyboardEvent } from 'react'
import { Button } from '#kit/Button.tsx'
import { ContextMenu } from '#kit/ContextMenu.tsx'
import { useCommandHere, useDesk } from '#kit/desk.ts'
import { Empty } from '#kit/Empty.tsx'
import { later } from '#kit/later.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { Tree } from '#kit/Tree.tsx'
import type { TreeDrag, TreeProps } from '#kit/Tree.tsx'
import { folderOf, joined, outermost } from '../domain/names.ts'
import { filesOf } from './dropped.ts'
import type { Dropped } from './dropped.ts'
import { fileMenu } from './file-menu.ts'
import { nodesOf } from './tree-nodes.tsx'
import type { Naming, Shown } from './tree-nodes.tsx'
import type { FileActions } from './useFileActions.ts'
import { useFolders } from './useFolders.ts'

const MoveDialog = later(() => import('./MoveDialog.tsx').then((module) => module.MoveDialog))

export interface FileTreeProps {
  readonly expanded: readonly string[]
  readonly selected: readonly string[]
  readonly naming: Naming | undefined
  readonly actions: FileActions
  readonly onExpand: (folders: readonly string[]) => void
  readonly onSelect: (paths: readonly string[]) => void
  readonly onNaming: (naming: Naming | undefined) => void
  readonly onBegin: (kind: 'file' | 'folder', folder: string) => void
  readonly onPick: (folder: string) => void
  readonly onFiles: (folder: string, files: readonly Dropped[]) => void
}

export function FileTree({ expanded, selected, naming, actions, onExpand, onSelect, onNaming, onBegin, onPick, onFiles }: FileTreeProps) {
  const desk = useDesk()
  const folders = useFolders(expanded)
  const root = useRef<HTMLDivElement>(null)
  const [moving, setMoving] = useState<readonly string[]>()
  const [over, setOver] = useState<string>()
  const isFolder = new Set([...folders.of.values()].flat().filter(({ kind }) => kind === 'folder').map(({ path }) => path))
  const drag: TreeDrag = { takes: (id) => isFolder.has(id), onMove: (paths, onto) => void actions.moveInto(outermost(paths), onto ?? '') }

  const drop = async (paths: readonly string[]) => { if (await actions.drop(paths)) onSelect([]) }
  const rename = () => { if (selected[0] !== undefined && selected.length === 1) onNaming({ kind: 'rename', path: selected[0] }) }
  useCommandHere('files.rename', selected.length === 1, rename)
  useCommandHere('files.duplicate', selected.length > 0, () => void actions.duplicate(selected))
  useCommandHere('files.delete', selected.length > 0, () => void drop(selected))

  const named = async (name: string | undefined): Promise<string | undefined> => {
    const done = name === undefined || !naming ? undefined : await (naming.kind === 'rename' ? actions.rename(naming.path, name) : actions.create(joined(naming.folder, name), naming.kind))
    if (done && 'fault' in done) return done.fault
    onNaming(undefined)
    if (done) onSelect([done.path])
    if (done && naming?.kind === 'file') desk.openFile(done.path)
    root.current?.querySelector<HTMLElement>('[role=treegrid]')?.focus()
    return undefined
  }
  const act = (id: string) => {
    if (isFolder.has(id)) onExpand(expanded.includes(id) ? expanded.filter((folder) => folder !== id) : [...expanded, id])
    else desk.openFile(id)
  }
  const press = (event: KeyboardEvent) => {
    if (naming || !(event.target instanceof Element) || !event.target.closest('[role=treegrid]')) return
    if (event.key === 'F2') rename()
    else if (event.key === 'Delete' && selected.length > 0) void drop(selected)
    else return
    event.preventDefault()
  }
  const menu = (at: Element) => {
    const key = at.closest('[data-key]')?.getAttribute('data-key') ?? undefined
    const paths = key === undefined ? [] : selected.includes(key) ? selected : [key]
    if (key !== undefined && !selected.includes(key)) onSelect([key])
    return fileMenu({ paths, folders: isFolder, desk, acts: {
      open: desk.openFile, begin: onBegin, rename: (path) => onNaming({ kind: 'rename', path }), move: setMoving, duplicate: (all) => void actions.duplicate(all), copyPaths: (all) => void actions.copyPaths(all),
      download: actions.download, downloadZip: actions.downloadZip, upload: onPick, drop: (all) => void drop(all), share: (path) => void actions.copyPaths([desk.addressOf(desk.openersOf(path)[0]?.kind ?? 'text', { path })]),
    } })
  }
  const folderAt = (event: DragEvent) => {
    const key = event.target instanceof Element ? (event.target.closest('[data-key]')?.getAttribute('data-key') ?? '') : ''
    return isFolder.has(key) ? key : folderOf(key)
  }
  const hover = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    event.stopPropagation()
    setOver(folderAt(event))
  }
  const land = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    event.stopPropagation()
    const folder = folderAt(event)
    setOver(undefined)
    void filesOf(event.dataTransfer).then((files) => onFiles(folder, files))
  }

  if (folders.error !== undefined) return <div className="p-3"><ProblemNote error={folders.error} onRetry={folders.retry} /></div>
  if (folders.loading) return <div className="p-3"><Skeleton lines={8} label="Reading the workspace" /></div>
  return (
    <div ref={root} className={`relative flex min-h-0 flex-1 flex-col ${over === undefined ? '' : 'bg-accent-soft'}`} role="presentation" onKeyDown={press} onDragOverCapture={hover} onDropCapture={land} onDragLeave={(event) => { if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget)) setOver(undefined) }}>
      {folders.notice && <p className="px-3 pb-2 text-xs text-ink-2">{folders.notice}</p>}
      <ContextMenu items={menu} label="File" className="min-h-0 flex-1">
        <Rows
          of={folders.of} naming={naming} onNamed={named} expanded={expanded} onExpand={onExpand} selected={selected} onSelect={onSelect} onAction={act} drag={drag}
          empty={<Empty icon={FolderOpen} title="The workspace is empty" text="Drop files here, or begin with a new one." action={<Button onPress={() => onBegin('file', '')}>New file</Button>} />}
        />
      </ContextMenu>
      {over !== undefined && <p className="absolute inset-x-2 bottom-2 rounded-2 bg-accent px-3 py-2 text-s text-on-accent" role="status">Drop to upload into {over === '' ? 'the workspace' : over}</p>}
      {moving && <MoveDialog paths={moving} onMove={(folder) => void actions.moveInto(moving, folder)} onClose={() => setMoving(undefined)} />}
    </div>
  )
}

function Rows({ of, naming, onNamed, ...tree }: Omit<TreeProps, 'label' | 'nodes'> & Shown) {
  return <Tree label="Files" nodes={nodesOf('', { of, naming, onNamed })} {...tree} />
}
