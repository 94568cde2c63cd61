import { Save } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '#kit/Button.tsx'
import { Chip } from '#kit/Chip.tsx'
import { useDesk } from '#kit/desk.ts'
import { Toolbar } from '#kit/Toolbar.tsx'
import { folderOf, nameOf } from '../domain/names.ts'
import { sizeOf } from './tree-nodes.tsx'
import type { OpenDocument } from './useDocument.ts'
import { usesOf } from './uses.ts'

/** The head of an editor: where the file is, what state it is in, and save. */
export function DocumentBar({ open: { path, file, dirty, editable, saving, save }, children }: { readonly open: OpenDocument; readonly children?: ReactNode }) {
  const desk = useDesk()
  return (
    <Toolbar label={`File ${nameOf(path)}`} slim>
      <span className="clip" title={path}>{folderOf(path) && <span>{folderOf(path)}/</span>}<b className="font-medium text-ink">{nameOf(path)}</b></span>
      {file && <span className="text-xs">{sizeOf(file.bytes)}</span>}
      {file && file.encoding !== 'utf-8' && <Chip kind="warn">{file.encoding}</Chip>}
      {dirty && <Chip kind="accent">unsaved</Chip>}
      {file && !editable && <Chip>read only</Chip>}
      <span className="sp" />
      {children}
      {usesOf(desk, path).map(({ kind, title }) => <Button key={kind} size="s" onPress={() => desk.openFile(path, kind)}>{title}</Button>)}
      <Button size="s" icon={Save} disabled={!dirty || !editable || saving} onPress={save}>{saving ? 'Saving' : 'Save'}</Button>
    </Toolbar>
  )
}
