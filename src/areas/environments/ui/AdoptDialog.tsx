import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { Dialog } from '#kit/Dialog.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { TextField } from '#kit/TextField.tsx'
import { asking, useCommand } from '#wire/ask.ts'
import { environments } from '../contract.ts'
import { nameFor } from '../domain/adopted-name.ts'
import type { Interpreter } from '../domain/environment.ts'
import { useEnvironmentActions } from './useEnvironmentActions.ts'

/** Takes a Python that is on the machine already, as it is. */
export function AdoptDialog({ taken, onClose }: { readonly taken: readonly string[]; readonly onClose: () => void }) {
  const { open } = useEnvironmentActions()
  const adopting = useCommand(environments.adopt)
  const { data: found, error } = useQuery(asking(environments.interpreters, {}))
  const [path, setPath] = useState('')
  const [typed, setTyped] = useState<string>()
  const name = typed ?? nameFor(found?.find((one) => one.path === path), path, taken)
  const ready = path.trim() !== '' && name !== '' && !adopting.isPending
  const adopt = () => { if (ready) adopting.mutate({ name, path: path.trim() }, { onSuccess: () => { onClose(); open(name, 'packages') } }) }
  return (
    <Dialog title="Adopt a Python of this machine" width={620} onClose={onClose} actions={<><Button onPress={onClose}>Cancel</Button><Button variant="primary" disabled={!ready} onPress={adopt}>Adopt</Button></>}>
      <div className="flex flex-col gap-4">
        <p className="text-s text-ink-2">Work runs in it as it is. The studio never installs into it and never changes it.</p>
        {error ? <ProblemNote error={error} /> : <FoundList found={found} path={path} onChoose={setPath} />}
        <TextField label="Path of an interpreter, or folder of a venv" mono value={path} onChange={setPath} placeholder="~/project/.venv" onEnter={adopt} />
        <TextField label="Name here" mono value={name} onChange={setTyped} onEnter={adopt} />
        {adopting.error && <ProblemNote error={adopting.error} />}
      </div>
    </Dialog>
  )
}

function FoundList({ found, path, onChoose }: { readonly found: readonly Interpreter[] | undefined; readonly path: string; readonly onChoose: (path: string) => void }) {
  if (!found) return <Skeleton lines={4} height={28} label="Looking for Pythons" />
  if (found.length === 0) return <p className="text-s text-ink-2">No Python was found in the usual places. Type the path of one.</p>
  return (
    <ul className="max-h-[280px] overflow-auto rounded-2 border border-line" aria-label="Found on this machine">
      {found.map((one) => <Found key={one.path} interpreter={one} chosen={one.path === path} onChoose={() => onChoose(one.path)} />)}
    </ul>
  )
}

const kindWords: Readonly<Record<Interpreter['kind'], string>> = { system: 'of the system', venv: 'a venv', conda: 'conda', pyenv: 'pyenv', studio: 'the studio’s' }

function Found({ interpreter: { path, version, kind, usable, note }, chosen, onChoose }: { readonly interpreter: Interpreter; readonly chosen: boolean; readonly onChoose: () => void }) {
  return (
    <li className="border-b border-line last:border-b-0">
      <button type="button" disabled={!usable} aria-pressed={chosen} onClick={onChoose} className={`grid w-full grid-cols-[72px_minmax(0,1fr)_auto] items-center gap-3 px-3 py-1.5 text-left text-s -outline-offset-2 ${chosen ? 'bg-accent-soft' : usable ? 'hover:bg-hover' : 'text-ink-2'}`}>
        <span className="font-mono font-medium">{version}</span>
        <span className="min-w-0"><span className="clip block font-mono text-xs" title={path}>{path}</span>{note && <span className="block text-xs text-ink-2">{note}</span>}</span>
        <span className="text-xs text-ink-2">{kindWords[kind]}</span>
      </button>
    </li>
  )
}
