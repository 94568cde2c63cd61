import { ChevronDown, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { Switch } from '#kit/Switch.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { TextField } from '#kit/TextField.tsx'
import { variablesIn } from '../domain/words.ts'
import type { FormProps } from './TrainForm.tsx'
import type { ErrorAt } from './WorkFields.tsx'

/** What most work leaves as it is. */
export function MoreFields({ draft, change, errorAt }: FormProps & { readonly errorAt: ErrorAt }) {
  const used = [Object.keys(draft.variables).length > 0, draft.secrets.length > 0, draft.outputs.length > 0, Object.keys(draft.tags).length > 0, !draft.track].filter(Boolean).length
  const [open, setOpen] = useState(used > 0)
  return (
    <section className="flex flex-col gap-3" aria-label="More">
      <div><Button variant="ghost" size="s" icon={open ? ChevronDown : ChevronRight} onPress={() => setOpen(!open)}>{`Variables, secrets, outputs, tags${used > 0 && !open ? ` (${used} set)` : ''}`}</Button></div>
      {open && (
        <>
          <div className="grid grid-cols-2 gap-3">
            <PairsField label="Variables" pairs={draft.variables} onChange={(variables) => change({ variables })} hint="One a line: NAME=value." />
            <PairsField label="Tags of the run" pairs={draft.tags} onChange={(tags) => change({ tags })} hint="One a line: name=value." />
            <ListField label="Secrets" list={draft.secrets} pattern={/^[A-Za-z_]\w*$/} onChange={(secrets) => change({ secrets })} hint="Names of variables of the studio’s own environment; their values are never stored." {...errorAt('secrets')} />
            <ListField label="Outputs" list={draft.outputs} pattern={/./} onChange={(outputs) => change({ outputs })} hint="Files that it writes in the workspace, kept with the run as well." />
          </div>
          <Switch on={draft.track} onChange={(track) => change({ track })}>Track it as a run, with live metrics</Switch>
        </>
      )}
    </section>
  )
}

function PairsField({ label, pairs, hint, onChange }: { readonly label: string; readonly pairs: Readonly<Record<string, string>>; readonly hint: string; readonly onChange: (pairs: Record<string, string>) => void }) {
  const [typed, setTyped] = useState<string>()
  const text = Object.entries(pairs).map(([name, value]) => `${name}=${value}`).join('\n')
  const same = typed !== undefined && JSON.stringify(variablesIn(typed)) === JSON.stringify(pairs)
  return <TextArea label={label} mono rows={3} hint={hint} value={same ? typed : text} onChange={(next) => { setTyped(next); onChange(variablesIn(next)) }} />
}

function ListField({ list, pattern, onChange, ...field }: { readonly label: string; readonly list: readonly string[]; readonly pattern: RegExp; readonly hint: string; readonly error?: string; readonly onChange: (list: string[]) => void }) {
  const [typed, setTyped] = useState<string>()
  const read = (text: string) => text.split(',').map((part) => part.trim()).filter((part) => pattern.test(part))
  const same = typed !== undefined && JSON.stringify(read(typed)) === JSON.stringify(list)
  return <TextField {...field} mono value={same ? typed : list.join(', ')} onChange={(text) => { setTyped(text); onChange(read(text)) }} placeholder="none" />
}
