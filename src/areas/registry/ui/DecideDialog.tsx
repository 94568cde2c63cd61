import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { Combo } from '#kit/Combo.tsx'
import { useDesk } from '#kit/desk.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { given } from '#lib/given.ts'
import { useCommand } from '#wire/ask.ts'
import { registry } from '../contract.ts'
import { titleOf, unmetOf } from '../domain/evidence.ts'
import { aliasFault } from '../domain/names.ts'
import type { Approval, Evidence } from '../domain/policy.ts'
import type { VersionDetail } from '../domain/registered.ts'
import { Consequence } from './Consequence.tsx'
import { EvidenceMark } from './EvidenceMark.tsx'

const words = {
  approved: { act: 'Approve', done: 'approved', why: 'Why it may be used' },
  rejected: { act: 'Reject', done: 'rejected', why: 'What stands against it' },
  pending: { act: 'Reopen', done: 'open for a decision again', why: 'What has to be looked at again' },
} as const satisfies Record<Approval, unknown>
const aliases = ['champion', 'challenger'].map((id) => ({ id, label: id }))

/** Approves, rejects or reopens; says beforehand what is not met and what will serve. */
export function DecideDialog({ version, approval, onClose }: { readonly version: VersionDetail; readonly approval: Approval; readonly onClose: () => void }) {
  const desk = useDesk()
  const [reason, setReason] = useState('')
  const [alias, setAlias] = useState<string>()
  const [serves, setServes] = useState<number>()
  const deciding = useCommand(registry.decide)
  const open = approval === 'approved' ? unmetOf(version.evidence) : []
  const fault = faultOf(alias)
  const barred = (open.length > 0 && reason.trim() === '') || fault !== undefined || deciding.isPending
  const { model, version: number } = version
  const go = () => deciding.mutate({ model, version: number, approval, reason: reason.trim(), ...given({ alias, serves }) }, {
    onSuccess: ({ serves: again }) => {
      onClose()
      desk.notify({ kind: 'good', text: `Version ${number} of “${model}” is ${words[approval].done}.${again === null ? '' : ` Version ${again} serves again.`}` })
    },
  })
  return (
    <Dialog title={`${words[approval].act} version ${number} of ${model}`} width={520} onClose={onClose} actions={<><Button onPress={onClose}>Cancel</Button><Button variant={approval === 'rejected' ? 'danger' : 'primary'} disabled={barred} onPress={go}>{words[approval].act}{open.length > 0 ? ' all the same' : ''}</Button></>}>
      {approval === 'approved' && <Standing open={open} of={version.evidence.length} />}
      {approval === 'rejected' && <Consequence version={version} chosen={serves} onChoose={setServes} />}
      <TextArea label={open.length > 0 ? 'Reason (needed, because evidence is missing)' : 'Reason'} value={reason} onChange={setReason} rows={3} autoFocus placeholder={words[approval].why} />
      {approval === 'approved' && <Combo label="Alias" free options={aliases} value={alias} onChange={setAlias} placeholder="none" hint="Code that loads models:/…@alias gets this version from now on." {...given({ error: fault })} />}
      {deciding.error && <ProblemNote error={deciding.error} />}
    </Dialog>
  )
}

function faultOf(alias: string | undefined): string | undefined {
  return alias === undefined ? undefined : aliasFault(alias, { reserved: true })
}

/** What of the policy is open. */
function Standing({ open, of }: { readonly open: readonly Evidence[]; readonly of: number }) {
  if (of === 0) return null
  if (open.length === 0) return <p className="flex items-center gap-2 text-s"><EvidenceMark state="met" />All {of} items of the policy are met.</p>
  return (
    <div className="flex flex-col gap-1 rounded-2 bg-warn-soft p-3 text-s" role="note">
      <span className="flex items-center gap-2 font-medium"><TriangleAlert size={15} />Not all the evidence is there:</span>
      <ul className="flex flex-col gap-1">{open.map(({ item, state, found }) => <li key={item.id} className="flex items-center gap-2"><EvidenceMark state={state} /><span>{titleOf(item)} <span className="text-ink-2">({found})</span></span></li>)}</ul>
    </div>
  )
}
