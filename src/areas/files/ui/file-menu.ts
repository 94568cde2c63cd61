import { ClipboardCopy, Copy, Download, FilePlus, FolderArchive, FolderInput, FolderPlus, Pencil, Play, Share2, SquareArrowOutUpRight, Trash2, Upload } from 'lucide-react'
import type { Desk, OpenerSpec } from '#kit/desk.ts'
import type { MenuEntry } from '#kit/menu-entry.ts'
import { usesOf } from './uses.ts'

export interface MenuActs {
  readonly open: (path: string, kind?: string) => void
  readonly begin: (kind: 'file' | 'folder', folder: string) => void
  readonly rename: (path: string) => void
  readonly move: (paths: readonly string[]) => void
  readonly duplicate: (paths: readonly string[]) => void
  readonly copyPaths: (paths: readonly string[]) => void
  readonly download: (path: string) => void
  readonly downloadZip: (paths: readonly string[]) => void
  readonly upload: (folder: string) => void
  readonly drop: (paths: readonly string[]) => void
  readonly share: (path: string) => void
}

/** What can be done to the selected rows; with none, to the workspace. */
export function fileMenu({ paths, folders, desk, acts }: { readonly paths: readonly string[]; readonly folders: ReadonlySet<string>; readonly desk: Desk; readonly acts: MenuActs }): MenuEntry[] {
  const [path] = paths
  if (path === undefined) return [...inside('', acts), { kind: 'line' }, downloads([''], false, acts)]
  const one = paths.length === 1
  const onlyFiles = paths.every((each) => !folders.has(each))
  const openers = one && onlyFiles ? desk.openersOf(path) : []
  return [
    ...(onlyFiles ? [{ id: 'open', label: 'Open', keyHint: 'Enter', icon: SquareArrowOutUpRight, run: () => { for (const each of paths) acts.open(each) } }] : []),
    ...openWith(path, { openers, desk, acts }),
    ...(one && !onlyFiles ? inside(path, acts) : []),
    { kind: 'line' },
    ...(one ? [{ id: 'rename', label: 'Rename', keyHint: 'F2', icon: Pencil, run: () => acts.rename(path) }] : []),
    { id: 'move', label: 'Move to…', icon: FolderInput, run: () => acts.move(paths) },
    { id: 'duplicate', label: 'Duplicate', icon: Copy, run: () => acts.duplicate(paths) },
    { kind: 'line' },
    { id: 'copy', label: one ? 'Copy path' : 'Copy paths', icon: ClipboardCopy, run: () => acts.copyPaths(paths) },
    ...(openers.length > 0 ? [{ id: 'share', label: 'Copy address', icon: Share2, run: () => acts.share(path) }] : []),
    downloads(paths, one && onlyFiles, acts),
    { kind: 'line' },
    { id: 'delete', label: 'Delete', keyHint: 'Delete', danger: true, icon: Trash2, run: () => acts.drop(paths) },
  ]
}

function openWith(path: string, { openers, desk, acts }: { readonly openers: readonly OpenerSpec[]; readonly desk: Desk; readonly acts: MenuActs }): MenuEntry[] {
  if (openers.length < 2) return []
  const uses = usesOf(desk, path).filter(({ kind }) => kind !== openers[0]?.kind)
  return [
    ...uses.map(({ kind, title }) => ({ id: kind, label: title, icon: Play, run: () => acts.open(path, kind) })),
    { kind: 'sub', id: 'with', label: 'Open with', items: openers.map(({ kind, title }) => ({ id: kind, label: title, run: () => acts.open(path, kind) })) },
  ]
}

function downloads(paths: readonly string[], single: boolean, acts: MenuActs): MenuEntry {
  const [path = ''] = paths
  if (single) return { id: 'download', label: 'Download', icon: Download, run: () => acts.download(path) }
  return { id: 'download', label: 'Download as zip', icon: FolderArchive, run: () => acts.downloadZip(paths) }
}

function inside(folder: string, acts: MenuActs): MenuEntry[] {
  return [
    { id: 'file', label: 'New file', icon: FilePlus, run: () => acts.begin('file', folder) },
    { id: 'folder', label: 'New folder', icon: FolderPlus, run: () => acts.begin('folder', folder) },
    { id: 'upload', label: 'Upload here…', icon: Upload, run: () => acts.upload(folder) },
  ]
}
