import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { useDesk } from '#kit/desk.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { TextField } from '#kit/TextField.tsx'
import { useCommand } from '#wire/ask.ts'
import { registry } from '../contract.ts'
import type { VersionInfo } from '../domain/registered.ts'
import { plural } from './words.ts'

export function ExportDialog({ version: { model, version }, onClose }: { readonly version: VersionInfo; readonly onClose: () => void }) {
  const desk = useDesk()
  const [folder, setFolder] = useState(`models/${model.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')}-v${version}`)
  const exporting = useCommand(registry.export)
  const go = () => exporting.mutate({ model, version, folder }, { onSuccess: ({ folder: at, files }) => { onClose(); desk.notify({ kind: 'good', text: `${plural(files, 'file')} of version ${version} are in “${at}”.` }) } })
  return (
    <Dialog title={`Export version ${version} of ${model}`} onClose={onClose} actions={<><Button onPress={onClose}>Cancel</Button><Button variant="primary" disabled={folder.trim() === '' || exporting.isPending} onPress={go}>{exporting.isPending ? 'Copying' : 'Export'}</Button></>}>
      <TextField label="New folder in the workspace" value={folder} onChange={setFolder} onEnter={go} autoFocus mono hint="The files as they were logged; mlflow loads the folder by its path." />
      {exporting.error && <ProblemNote error={exporting.error} />}
    </Dialog>
  )
}
