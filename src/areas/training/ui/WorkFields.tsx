import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { files } from '#areas/files/contract.ts'
import { Combo } from '#kit/Combo.tsx'
import { Field } from '#kit/Field.tsx'
import { Segmented } from '#kit/Segmented.tsx'
import { TextField } from '#kit/TextField.tsx'
import { asking } from '#wire/ask.ts'
import { lineOf, wordsOf } from '../domain/words.ts'
import type { FormProps } from './TrainForm.tsx'

export type ErrorAt = (where: string) => { readonly error?: string }

const kinds = [{ id: 'script', label: 'A Python script' }, { id: 'command', label: 'A command' }] as const

/** What is run: a script with arguments, or a command. */
export function WorkFields({ draft, change, errorAt }: FormProps & { readonly errorAt: ErrorAt }) {
  const { data } = useQuery({ ...asking(files.search, { text: '.py', limit: 500 }), placeholderData: (last) => last })
  const scripts = (data?.found ?? []).filter(({ path, kind }) => kind === 'file' && path.endsWith('.py')).map(({ path }) => ({ id: path, label: path }))
  const kind = draft.command === undefined ? 'script' : 'command'
  const turn = (next: 'script' | 'command') => change(next === 'script' ? { script: draft.command?.find((word) => word.endsWith('.py')) ?? '', command: undefined } : { command: draft.script ? ['python', draft.script] : [], script: undefined })
  return (
    <div className="flex flex-col gap-3">
      <Field label="What runs"><Segmented label="What runs" options={kinds} value={kind} onChange={turn} /></Field>
      {kind === 'script' && <Combo label="Script" free options={scripts} value={draft.script || undefined} onChange={(script) => change({ script: script ?? '' })} placeholder="train.py" hint="The code of its folder is kept as it is now; editing it later changes nothing that was started." {...(draft.script === '' ? {} : errorAt('script'))} />}
      {kind === 'command' && <LineField label="Command" words={draft.command ?? []} onChange={(command) => change({ command })} placeholder="python -m package.train" {...(draft.command?.length ? errorAt('command') : {})} />}
      <LineField label="Arguments" words={draft.args} onChange={(args) => change({ args })} placeholder="--rows 200000" hint="Paths are from the workspace’s folder, where the work starts." />
    </div>
  )
}

interface LineProps { readonly label: string; readonly words: readonly string[]; readonly onChange: (words: string[]) => void; readonly placeholder: string; readonly hint?: string; readonly error?: string }

/** Words as one line. What is typed stays as it is typed while it means the same words. */
function LineField({ words, onChange, ...field }: LineProps) {
  const [typed, setTyped] = useState<string>()
  const same = typed !== undefined && JSON.stringify(wordsOf(typed)) === JSON.stringify(words)
  return <TextField {...field} mono value={same ? typed : lineOf(words)} onChange={(text) => { setTyped(text); onChange(wordsOf(text)) }} onBlur={() => setTyped(undefined)} />
}
