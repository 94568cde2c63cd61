import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { Dialog } from '#kit/Dialog.tsx'
import { TextField } from '#kit/TextField.tsx'
import { folderOf, nameOf } from '../domain/names.ts'

/** Asks for the folder to move to; one that does not exist is made. */
export function MoveDialog({ paths, onMove, onClose }: { readonly paths: readonly string[]; readonly onMove: (folder: string) => void; readonly onClose: () => void }) {
  const [folder, setFolder] = useState(folderOf(paths[0] ?? ''))
  const move = () => {
    onClose()
    onMove(folder.trim().replace(/^\/+|\/+$/g, ''))
  }
  const what = paths.length === 1 ? `“${nameOf(paths[0] ?? '')}”` : `${paths.length} files and folders`
  return (
    <Dialog title={`Move ${what}`} onClose={onClose} actions={<><Button onPress={onClose}>Cancel</Button><Button variant="primary" onPress={move}>Move</Button></>}>
      <TextField label="To the folder" value={folder} onChange={setFolder} mono autoFocus placeholder="the workspace itself" hint="A path within the workspace; folders that are missing are made." onEnter={move} />
    </Dialog>
  )
}
