import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { useDesk } from '#kit/desk.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { TextField } from '#kit/TextField.tsx'
import { useCommand } from '#wire/ask.ts'
import { registry } from '../contract.ts'
import { modelNameFault } from '../domain/names.ts'
import type { ModelSummary } from '../domain/registered.ts'
import { changedTags, TagRows } from './TagRows.tsx'

/** Name, description and tags of a model. */
export function ModelDialog({ model, onClose }: { readonly model: ModelSummary; readonly onClose: () => void }) {
  const desk = useDesk()
  const [name, setName] = useState(model.name)
  const [description, setDescription] = useState(model.description)
  const [tags, setTags] = useState(model.tags)
  const changing = useCommand(registry.changeModel)
  const fault = modelNameFault(name)
  const go = () => changing.mutate({
    name: model.name, ...(name === model.name ? {} : { rename: name }), ...(description === model.description ? {} : { description }), ...changedTags(model.tags, tags),
  }, {
    onSuccess: () => {
      onClose()
      if (name !== model.name) desk.open('model', { model: name })
    },
  })
  return (
    <Dialog title={`About ${model.name}`} width={520} onClose={onClose} actions={<><Button onPress={onClose}>Cancel</Button><Button variant="primary" disabled={fault !== undefined || changing.isPending} onPress={go}>Save</Button></>}>
      <TextField label="Name" value={name} onChange={setName} autoFocus hint="Code that loads models:/… by the old name must be changed." {...(fault ? { error: fault } : {})} />
      <TextArea label="Description" value={description} onChange={setDescription} rows={5} placeholder="What it predicts, for whom, and who looks after it" />
      <TagRows tags={tags} onChange={setTags} />
      {changing.error && <ProblemNote error={changing.error} />}
    </Dialog>
  )
}
