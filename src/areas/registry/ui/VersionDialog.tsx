import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { Dialog } from '#kit/Dialog.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { useCommand } from '#wire/ask.ts'
import { registry } from '../contract.ts'
import type { VersionInfo } from '../domain/registered.ts'
import { changedTags, TagRows } from './TagRows.tsx'

export function VersionDialog({ version, onClose }: { readonly version: VersionInfo; readonly onClose: () => void }) {
  const [description, setDescription] = useState(version.description)
  const [tags, setTags] = useState(version.tags)
  const changing = useCommand(registry.changeVersion)
  const go = () => changing.mutate({ model: version.model, version: version.version, ...(description === version.description ? {} : { description }), ...changedTags(version.tags, tags) }, { onSuccess: onClose })
  return (
    <Dialog title={`About version ${version.version} of ${version.model}`} width={520} onClose={onClose} actions={<><Button onPress={onClose}>Cancel</Button><Button variant="primary" disabled={changing.isPending} onPress={go}>Save</Button></>}>
      <TextArea label="Description" value={description} onChange={setDescription} rows={5} autoFocus placeholder="What changed against the version before" />
      <TagRows tags={tags} onChange={setTags} />
      {changing.error && <ProblemNote error={changing.error} />}
    </Dialog>
  )
}
