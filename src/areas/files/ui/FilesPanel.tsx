import { FilePlus, FolderPlus, RefreshCw, Search, Trash2, Upload } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { useDesk } from '#kit/desk.ts'
import { Head } from '#kit/Head.tsx'
import { later } from '#kit/later.tsx'
import { TextField } from '#kit/TextField.tsx'
import { folderOf } from '../domain/names.ts'
import { FileTree } from './FileTree.tsx'
import { keepOpenFolders, keptOpenFolders } from './open-folders.ts'
import type { Naming } from './tree-nodes.tsx'
import { useFileActions } from './useFileActions.ts'
import { useRequests } from './useRequests.ts'
import { useUpload } from './useUpload.tsx'

const FoundList = later(() => import('./FoundList.tsx').then((module) => module.FoundList))
const TrashDialog = later(() => import('./TrashDialog.tsx').then((module) => module.TrashDialog))
const UploadList = later(() => import('./UploadList.tsx').then((module) => module.UploadList))

export function FilesPanel() {
  const desk = useDesk()
  const actions = useFileActions()
  const uploading = useUpload(actions)
  const [filter, setFilter] = useState('')
  const [selected, setSelected] = useState<readonly string[]>([])
  const [expanded, setExpanded] = useState<readonly string[]>(keptOpenFolders)
  const [naming, setNaming] = useState<Naming>()
  const [trash, setTrash] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const target = useRef('')

  const expand = (folders: readonly string[]) => {
    setExpanded(folders)
    keepOpenFolders(folders)
  }
  const reveal = (folder: string) => expand([...new Set([...expanded, ...ancestors(folder)])])
  const here = () => {
    const [path = ''] = selected
    return expanded.includes(path) ? path : folderOf(path)
  }
  const begin = (kind: 'file' | 'folder', folder: string) => {
    setFilter('')
    reveal(folder)
    setNaming({ kind, folder })
  }
  const pick = (folder: string) => {
    target.current = folder
    picker.current?.click()
  }
  const show = (path: string, folder: boolean) => {
    setFilter('')
    reveal(folder ? path : folderOf(path))
    setSelected([path])
    if (!folder) desk.openFile(path)
  }
  useRequests({
    find: () => root.current?.querySelector('input')?.focus(),
    file: () => begin('file', here()),
    folder: () => begin('folder', here()),
    upload: () => pick(here()),
    refresh: () => void actions.refresh(),
    trash: () => setTrash(true),
  })

  return (
    <div ref={root} className="flex h-full min-h-0 flex-col">
      <Head title="Files">
        <Button variant="ghost" icon={FilePlus} label="New file" keyHint="Alt+Shift+N" onPress={() => begin('file', here())} />
        <Button variant="ghost" icon={FolderPlus} label="New folder" onPress={() => begin('folder', here())} />
        <Button variant="ghost" icon={Upload} label="Upload files" onPress={() => pick(here())} />
        <Button variant="ghost" icon={Trash2} label="Deleted files" onPress={() => setTrash(true)} />
        <Button variant="ghost" icon={RefreshCw} label="Read the folders again" onPress={() => void actions.refresh()} />
      </Head>
      <div className="flex-none px-2 pb-2"><TextField label="Find a file" hideLabel type="search" icon={Search} placeholder="Find a file" value={filter} onChange={setFilter} /></div>
      {filter.trim() === ''
        ? <FileTree {...{ expanded, selected, naming, actions }} onExpand={expand} onSelect={setSelected} onNaming={setNaming} onBegin={begin} onPick={pick} onFiles={(folder, files) => void uploading.into(folder, files)} />
        : <FoundList text={filter} selected={selected} onSelect={setSelected} onOpen={({ path, kind }) => show(path, kind === 'folder')} />}
      {uploading.any && <UploadList />}
      <input ref={picker} type="file" multiple hidden aria-label="Files to upload" onChange={({ target: { files } }) => { if (files) void uploading.into(target.current, [...files].map((file) => ({ path: file.name, file }))); if (picker.current) picker.current.value = '' }} />
      {uploading.question}
      {trash && <TrashDialog onClose={() => setTrash(false)} />}
    </div>
  )
}

/** The folder and all that hold it. */
function ancestors(folder: string): string[] {
  return folder === '' ? [] : [...ancestors(folderOf(folder)), folder]
}
