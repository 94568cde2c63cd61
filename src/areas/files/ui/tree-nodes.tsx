import { Folder, FolderOpen, Link2Off } from 'lucide-react'
import type { TreeNode } from '#kit/Tree.tsx'
import type { Entry } from '../domain/entry.ts'
import { joined } from '../domain/names.ts'
import { iconOf } from './icons.ts'
import { NameField } from './NameField.tsx'

/** A name that is being typed: for something there, or for something new in a folder. */
export type Naming = { readonly kind: 'rename'; readonly path: string } | { readonly kind: 'file' | 'folder'; readonly folder: string }

export function newId(folder: string): string {
  return joined(folder, '\u0000new')
}

export interface Shown {
  readonly of: ReadonlyMap<string, readonly Entry[]>
  readonly naming: Naming | undefined
  /** Answers why the name cannot be taken; the field stays open then. */
  readonly onNamed: (name: string | undefined) => Promise<string | undefined>
}

/** The rows of a folder and of those open in it; a new name stands first. */
export function nodesOf(folder: string, shown: Shown): TreeNode[] {
  const { naming, of, onNamed } = shown
  const rows = (of.get(folder) ?? []).map((entry) => nodeOf(entry, shown))
  if (!naming || naming.kind === 'rename' || naming.folder !== folder) return rows
  const content = <>{naming.kind === 'folder' ? <Folder size={15} /> : null}<NameField initial="" onDone={onNamed} /></>
  return [{ id: newId(folder), label: 'New', content }, ...rows]
}

function nodeOf(entry: Entry, shown: Shown): TreeNode {
  const { naming, onNamed } = shown
  const icon = entry.kind === 'folder' ? Folder : iconOf(entry.name)
  const Mark = icon
  const content = naming?.kind === 'rename' && naming.path === entry.path ? <><Mark size={15} /><NameField initial={entry.name} onDone={onNamed} /></> : undefined
  const base = { id: entry.path, label: entry.name, ...(content ? { content } : {}) }
  if (entry.astray) return { ...base, icon: Link2Off, note: 'link leads out' }
  if (entry.kind === 'folder') return { ...base, icon: Folder, openIcon: FolderOpen, branch: true, nothing: shown.of.has(entry.path) ? 'empty' : 'Reading …', children: nodesOf(entry.path, shown) }
  return { ...base, icon, note: sizeOf(entry.bytes) }
}

const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const

export function sizeOf(bytes: number): string {
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** step
  return `${step === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[step]}`
}
