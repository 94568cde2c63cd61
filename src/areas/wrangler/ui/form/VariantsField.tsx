import type { ReactNode } from 'react'
import { Field } from '#kit/Field.tsx'
import type { FieldWords } from '#kit/Field.tsx'
import { Segmented } from '#kit/Segmented.tsx'
import { Select } from '#kit/Select.tsx'
import { initialOf, wordsOf } from '../../domain/form/fields.ts'
import type { FormField } from '../../domain/form/fields.ts'

/** One of several shapes, told apart by a tag. */
export function VariantsField({ field, value, onChange, children, ...words }: FieldWords & { readonly field: Extract<FormField, { kind: 'variants' }>; readonly value: Readonly<Record<string, unknown>>; readonly onChange: (value: unknown) => void; readonly children: (fields: readonly FormField[], put: (next: Record<string, unknown>) => void) => ReactNode }) {
  const { tag, cases } = field
  const chosen = cases.find(({ id }) => id === value[tag]) ?? cases[0]
  if (!chosen) return null
  const options = cases.map(({ id }) => ({ id, label: wordsOf(id) }))
  const choose = (id: string) => onChange({ [tag]: id, ...initialOf(cases.find((one) => one.id === id)?.fields ?? []) })
  return (
    <Field {...words}>
      {cases.length <= 3 ? <Segmented label={words.label} options={options} value={chosen.id} onChange={choose} /> : <Select label={words.label} hideLabel options={options} value={chosen.id} onChange={choose} />}
      {children(chosen.fields, (next) => onChange({ ...next, [tag]: chosen.id }))}
    </Field>
  )
}
