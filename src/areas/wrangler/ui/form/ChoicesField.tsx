import { Checkbox } from '#kit/Checkbox.tsx'
import { Field } from '#kit/Field.tsx'
import type { FieldWords } from '#kit/Field.tsx'
import type { Option } from '#kit/option.ts'

/** Some of a few, in the order of the options. */
export function ChoicesField({ options, value, onChange, ...words }: FieldWords & { readonly options: readonly Option[]; readonly value: readonly string[]; readonly onChange: (value: unknown) => void }) {
  const chosen = new Set(value)
  const toggle = (id: string) => onChange(options.map((option) => option.id).filter((one) => (one === id ? !chosen.has(one) : chosen.has(one))))
  return (
    <Field {...words}>
      <div className="wr-choices">{options.map(({ id, label }) => <Checkbox key={id} checked={chosen.has(id)} onChange={() => toggle(id)}>{label}</Checkbox>)}</div>
    </Field>
  )
}
