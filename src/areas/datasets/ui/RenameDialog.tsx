import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { useDesk } from '#kit/desk.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { TextField } from '#kit/TextField.tsx'
import { useCommand } from '#wire/ask.ts'
import { datasets } from '../contract.ts'
import { DatasetName } from '../domain/dataset.ts'

export function RenameDialog({ dataset, onClose, onDone }: { readonly dataset: string; readonly onClose: () => void; readonly onDone?: (name: string) => void }) {
  const desk = useDesk()
  const [name, setName] = useState(dataset)
  const renaming = useCommand(datasets.rename)
  const checked = DatasetName.safeParse(name)
  const error = checked.success ? renaming.error?.message : checked.error.issues[0]?.message
  const go = () => {
    if (!checked.success) return
    renaming.mutate({ dataset, to: name }, { onSuccess: () => { onDone?.(name); onClose(); desk.notify({ kind: 'good', text: `“${dataset}” is now “${name}”. Recipe files that name it keep the old name; open and save them anew.` }) } })
  }
  return (
    <Dialog title={`Rename ${dataset}`} onClose={onClose} actions={<><Button onPress={onClose}>Cancel</Button><Button variant="primary" disabled={!checked.success || name === dataset || renaming.isPending} onPress={go}>Rename</Button></>}>
      <TextField label="Name" value={name} onChange={setName} onEnter={go} autoFocus {...(error ? { error } : {})} />
    </Dialog>
  )
}
