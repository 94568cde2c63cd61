import { useQuery } from '@tanstack/react-query'
import { Folder, FolderOpen, Search } from 'lucide-react'
import { useState } from 'react'
import { files } from '#areas/files/contract.ts'
import { Button } from '#kit/Button.tsx'
import { useDesk } from '#kit/desk.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { TextField } from '#kit/TextField.tsx'
import { asking } from '#wire/ask.ts'
import { formatOf, isGlob } from '../domain/source-path.ts'
import { iconOf } from './words.ts'

/** Chooses a file, folder or pattern of the workspace to look at before it is imported. */
export function AddDialog({ onClose }: { readonly onClose: () => void }) {
  const desk = useDesk()
  const [path, setPath] = useState('')
  const { data: found } = useQuery({ ...asking(files.search, { text: path.replaceAll(/[*?[\]{}]/g, '').slice(0, 200), limit: 300 }), placeholderData: (last) => last })
  const wanted = (found?.found ?? []).filter((one) => one.kind === 'folder' || formatOf(one.path) !== undefined)
    .toSorted((a, b) => (path === '' ? likelihood(b) - likelihood(a) : 0)).slice(0, 60)
  const go = (chosen: string) => {
    if (chosen.trim() === '') return
    onClose()
    desk.open('datasetImport', { path: chosen.trim() })
  }
  return (
    <Dialog title="Add a data set" width={560} onClose={onClose} actions={<><Button onPress={onClose}>Cancel</Button><Button variant="primary" disabled={path.trim() === ''} onPress={() => go(path)}>Look at it</Button></>}>
      <TextField
        label="File, folder or pattern in the workspace" icon={Search} value={path} onChange={setPath} onEnter={() => go(path)} autoFocus mono placeholder="data/2024-*.parquet"
        hint={isGlob(path) ? 'All files that match are read as one table, in natural order.' : 'CSV, TSV, JSON, NDJSON, Parquet; folders of images or texts. Drop files on the file browser to upload them first.'}
      />
      <ul className="flex max-h-[320px] flex-col overflow-auto" aria-label="Found in the workspace">
        {!found && <li className="p-2"><Skeleton lines={5} /></li>}
        {wanted.map((one) => {
          const Icon = one.kind === 'folder' ? Folder : (iconOf[formatOf(one.path) ?? 'csv'] ?? FolderOpen)
          return <li key={one.path}><button type="button" className="flex w-full items-center gap-2 rounded-1 px-2 py-1 text-left text-s hover:bg-hover" onClick={() => go(one.path)}><Icon size={14} /><span className="clip">{one.path}</span></button></li>
        })}
        {found && wanted.length === 0 && <li className="p-2 text-s text-ink-2">Nothing that can be read as data matches “{path}”.</li>}
      </ul>
    </Dialog>
  )
}

/** With nothing typed, tables come before folders, and lone images and texts last. */
function likelihood({ path, kind }: { readonly path: string; readonly kind: 'file' | 'folder' }): number {
  if (kind === 'folder') return 1
  const format = formatOf(path)
  return format === 'images' || format === 'texts' ? 0 : 2
}
