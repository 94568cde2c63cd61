import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { Field } from '#kit/Field.tsx'
import { TextField } from '#kit/TextField.tsx'
import { valuesIn } from '../domain/words.ts'
import type { FormProps } from './TrainForm.tsx'
import type { ErrorAt } from './WorkFields.tsx'

/** Values that are each tried: the work is started once for every combination, with them as arguments. */
export function EachFields({ draft, change, errorAt }: FormProps & { readonly errorAt: ErrorAt }) {
  const rows = Object.entries(draft.each)
  const put = (at: number, name: string, values: readonly (string | number)[]) => change({ each: Object.fromEntries(rows.map((row, i) => (i === at ? [name, [...values]] : row))) })
  return (
    <Field label="Once for each value" hint="Given to the script as --name value; several names make every combination." {...errorAt('each')}>
      <div className="flex flex-col gap-2">
        {rows.map(([name, values], at) => <EachRow key={at} name={name} values={values} taken={rows.filter((_, i) => i !== at).map(([other]) => other)} onChange={(next, of) => put(at, next, of)} onRemove={() => change({ each: Object.fromEntries(rows.filter((_, i) => i !== at)) })} />)}
        <div><Button size="s" icon={Plus} onPress={() => change({ each: { ...draft.each, [freeName(draft.each)]: [1] } })}>Add values</Button></div>
      </div>
    </Field>
  )
}

interface RowProps { readonly name: string; readonly values: readonly (string | number)[]; readonly taken: readonly string[]; readonly onChange: (name: string, values: readonly (string | number)[]) => void; readonly onRemove: () => void }

function EachRow({ name, values, taken, onChange, onRemove }: RowProps) {
  const [typed, setTyped] = useState<string>()
  const [named, setNamed] = useState<string>()
  const fault = named !== undefined && named !== name ? (taken.includes(named) ? 'It is there already.' : /^[A-Za-z][\w-]*$/.test(named) ? undefined : 'Letters, digits, dash and underscore.') : undefined
  const same = typed !== undefined && JSON.stringify(valuesIn(typed)) === JSON.stringify(values)
  return (
    <div className="grid grid-cols-[160px_minmax(0,1fr)_28px] items-start gap-2">
      <TextField label="Name" hideLabel mono value={named ?? name} onChange={(next) => { setNamed(next); if (/^[A-Za-z][\w-]*$/.test(next) && !taken.includes(next)) onChange(next, values) }} onBlur={() => setNamed(undefined)} {...(fault ? { error: fault } : {})} />
      <TextField label={`Values of ${name}`} hideLabel mono value={same || typed === '' ? (typed ?? '') : values.join(', ')} onChange={(text) => { setTyped(text); const next = valuesIn(text); if (next.length > 0) onChange(name, next) }} onBlur={() => setTyped(undefined)} placeholder="1, 2, 3" />
      <Button variant="ghost" icon={X} label={`Take out ${name}`} onPress={onRemove} />
    </div>
  )
}

function freeName(each: Readonly<Record<string, unknown>>): string {
  return ['seed', 'learning-rate', 'depth'].find((name) => !(name in each)) ?? `value-${Object.keys(each).length + 1}`
}
