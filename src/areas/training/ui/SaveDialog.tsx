import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { Dialog } from '#kit/Dialog.tsx'
import { TextField } from '#kit/TextField.tsx'
import type { Draft } from '../domain/draft.ts'

const ending = '.job.json'

export function SaveDialog({ draft, onSave, onClose }: { readonly draft: Draft; readonly onSave: (path: string) => void; readonly onClose: () => void }) {
  const [path, setPath] = useState(() => `${(draft.script || draft.title.toLowerCase().replaceAll(/[^\w]+/g, '-')).replace(/\.\w+$/, '')}${ending}`)
  const ready = path.endsWith(ending) && path.length > ending.length
  return (
    <Dialog title="Save as a job file" onClose={onClose} actions={<><Button onPress={onClose}>Cancel</Button><Button variant="primary" disabled={!ready} onPress={() => onSave(path)}>Save</Button></>}>
      <TextField label="File" mono autoFocus value={path} onChange={setPath} onEnter={() => { if (ready) onSave(path) }} hint="A file of the workspace, to be started again by anybody and kept in git." {...(ready ? {} : { error: `A job file ends in ${ending}.` })} />
    </Dialog>
  )
}
