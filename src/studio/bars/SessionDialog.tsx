import { useState } from 'react'
import { SessionName, workspaces } from '#areas/workspaces/contract.ts'
import { Button } from '#kit/Button.tsx'
import { Confirm } from '#kit/Confirm.tsx'
import { Dialog } from '#kit/Dialog.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { TextField } from '#kit/TextField.tsx'
import { useCommand } from '#wire/ask.ts'
import { writeAddress } from '../address.ts'
import type { SessionAct } from '../session-act.ts'
import { useStudio } from '../studio.ts'

const words = {
  create: { title: 'New session', hint: 'An empty desk beside this one; files and data are the same.', action: 'Create' },
  clone: { title: 'Copy this session', hint: 'A second desk with the same tabs.', action: 'Copy' },
  rename: { title: 'Rename this session', hint: 'Addresses that name it change with it.', action: 'Rename' },
} as const

export function SessionDialog({ act, onClose }: { readonly act: SessionAct; readonly onClose: () => void }) {
  return act === 'delete' ? <DeleteSession onClose={onClose} /> : <NameSession act={act} onClose={onClose} />
}

function NameSession({ act, onClose }: { readonly act: 'create' | 'clone' | 'rename'; readonly onClose: () => void }) {
  const { session } = useStudio()
  const [name, setName] = useState(act === 'rename' ? session : '')
  const create = useCommand(workspaces.createSession)
  const clone = useCommand(workspaces.cloneSession)
  const rename = useCommand(workspaces.renameSession)
  const parsed = SessionName.safeParse(name)
  const complaint = name !== '' && !parsed.success ? parsed.error.issues[0]?.message : undefined
  const problem = create.error ?? clone.error ?? rename.error
  const go = () => {
    if (!parsed.success) return
    const as = parsed.data
    const done = { onSuccess: () => location.assign(writeAddress({ session: as })) }
    if (act === 'create') create.mutate({ name: as }, done)
    if (act === 'clone') clone.mutate({ from: session, as }, done)
    if (act === 'rename') rename.mutate({ from: session, as }, done)
  }
  return (
    <Dialog title={words[act].title} onClose={onClose} actions={<><Button onPress={onClose}>Cancel</Button><Button variant="primary" disabled={!parsed.success} onPress={go}>{words[act].action}</Button></>}>
      <TextField label="Name" value={name} onChange={setName} autoFocus onEnter={go} hint={words[act].hint} {...(complaint === undefined ? {} : { error: complaint })} />
      {problem && <ProblemNote error={problem} />}
    </Dialog>
  )
}

function DeleteSession({ onClose }: { readonly onClose: () => void }) {
  const { session, notices } = useStudio()
  const remove = useCommand(workspaces.deleteSession)
  const go = () => void remove.mutateAsync({ name: session }).then(() => location.assign('/'), (error: Error) => notices.notify({ kind: 'bad', text: error.message }))
  return <Confirm title={`Delete the session “${session}”?`} action="Delete" danger onConfirm={go} onClose={onClose}>Its arrangement of tabs goes. Files, data and results stay.</Confirm>
}
