import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { Dialog } from '#kit/Dialog.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { TextField } from '#kit/TextField.tsx'
import { useCommand } from '#wire/ask.ts'
import { datasets } from '../contract.ts'
import type { Version } from '../domain/dataset.ts'

/** Note and tags of one version. */
export function AboutDialog({ version, onClose }: { readonly version: Version; readonly onClose: () => void }) {
  const [note, setNote] = useState(version.note)
  const [tags, setTags] = useState(version.tags.join(', '))
  const saving = useCommand(datasets.describe)
  const save = () => saving.mutate({ dataset: version.dataset, version: version.version, note, tags: tags.split(',').map((tag) => tag.trim()).filter(Boolean) }, { onSuccess: onClose })
  return (
    <Dialog title={`${version.dataset} v${version.version}`} onClose={onClose} actions={<><Button onPress={onClose}>Cancel</Button><Button variant="primary" disabled={saving.isPending} onPress={save}>Save</Button></>}>
      {saving.error && <ProblemNote error={saving.error} />}
      <TextArea label="Note" value={note} onChange={setNote} rows={5} placeholder="What is in it, what to mind" autoFocus />
      <TextField label="Tags" value={tags} onChange={setTags} onEnter={save} hint="Parted by commas" />
    </Dialog>
  )
}
