import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { Dialog } from '#kit/Dialog.tsx'
import { Field } from '#kit/Field.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Segmented } from '#kit/Segmented.tsx'
import { Select } from '#kit/Select.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { useCommand } from '#wire/ask.ts'
import { registry } from '../contract.ts'
import { roles } from './words.ts'

const verdicts = [{ id: 'approve', label: 'Approve' }, { id: 'object', label: 'Object' }] as const

/** A review given in a role; the last one of a role is what the policy counts. */
export function ReviewDialog({ model, version, onClose }: { readonly model: string; readonly version: number; readonly onClose: () => void }) {
  const [role, setRole] = useState<string>('lead')
  const [verdict, setVerdict] = useState<'approve' | 'object'>('approve')
  const [text, setText] = useState('')
  const reviewing = useCommand(registry.review)
  const lacking = verdict === 'object' && text.trim() === ''
  const go = () => reviewing.mutate({ model, version, role, verdict, text: text.trim() }, { onSuccess: onClose })
  return (
    <Dialog title={`Review version ${version} of ${model}`} onClose={onClose} actions={<><Button onPress={onClose}>Cancel</Button><Button variant="primary" disabled={lacking || reviewing.isPending} onPress={go}>Give the review</Button></>}>
      <Select label="In the role of" options={roles.map((id) => ({ id, label: id }))} value={roles.find((one) => one === role)} onChange={setRole} />
      <Field label="Verdict"><Segmented label="Verdict" options={verdicts} value={verdict} onChange={setVerdict} /></Field>
      <TextArea label={verdict === 'object' ? 'What stands against it (needed)' : 'Words'} value={text} onChange={setText} rows={4} autoFocus />
      {reviewing.error && <ProblemNote error={reviewing.error} />}
    </Dialog>
  )
}
