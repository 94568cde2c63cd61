import { Combo } from '#kit/Combo.tsx'
import { Field } from '#kit/Field.tsx'
import type { FieldWords } from '#kit/Field.tsx'
import { Segmented } from '#kit/Segmented.tsx'
import { Select } from '#kit/Select.tsx'
import { TextField } from '#kit/TextField.tsx'
import type { Column } from '../../domain/columns.ts'
import type { FormField } from '../../domain/form/fields.ts'
import { columnOption, recordOf, textOf } from './field-props.ts'

type Sort = 'text' | 'number' | 'truth' | 'column' | 'missing'

/** One value of any kind: its kind is chosen beside it, so that 5 and “5” stay apart. */
export function ValueField({ field, value, onChange, columns, ...words }: FieldWords & { readonly field: Extract<FormField, { kind: 'value' }>; readonly value: unknown; readonly onChange: (value: unknown) => void; readonly columns: readonly Column[] }) {
  const sort = sortOf(value)
  const sorts = [
    { id: 'text', label: 'Text' }, { id: 'number', label: 'Number' }, { id: 'truth', label: 'True/false' },
    ...(field.orColumn ? [{ id: 'column', label: 'Column' } as const] : []), ...(field.nullable ? [{ id: 'missing', label: 'Missing' } as const] : []),
  ] as const
  const turn = (to: Sort) => onChange(turned(value, to, columns[0]?.id))
  return (
    <Field {...words}>
      {sorts.length > 4
        ? <Select<Sort> label={`Kind of ${words.label.toLowerCase()}`} hideLabel options={sorts} value={sort} onChange={turn} />
        : <Segmented<Sort> label={`Kind of ${words.label.toLowerCase()}`} options={sorts} value={sort} onChange={turn} />}
      <Input sort={sort} value={value} onChange={onChange} columns={columns} label={words.label} />
    </Field>
  )
}

function Input({ sort, value, onChange, columns, label }: { readonly sort: Sort; readonly value: unknown; readonly onChange: (value: unknown) => void; readonly columns: readonly Column[]; readonly label: string }) {
  switch (sort) {
    case 'text': return <TextField label={label} hideLabel value={textOf(value)} onChange={onChange} />
    case 'number': return <input className="input mono" type="number" step="any" aria-label={label} value={textOf(value)} onChange={(event) => onChange(event.target.value === '' ? 0 : event.target.valueAsNumber)} />
    case 'truth': return <Segmented label={label} options={[{ id: 'true', label: 'true' }, { id: 'false', label: 'false' }]} value={value === true ? 'true' : 'false'} onChange={(one) => onChange(one === 'true')} />
    case 'column': return <Combo label={label} hideLabel options={columns.map(columnOption)} value={textOf(recordOf(value)['column']) || undefined} onChange={(column) => { if (column) onChange({ column }) }} />
    case 'missing': return null
  }
}

function sortOf(value: unknown): Sort {
  if (value === null) return 'missing'
  if (typeof value === 'number') return 'number'
  if (typeof value === 'boolean') return 'truth'
  return typeof value === 'object' ? 'column' : 'text'
}

function turned(value: unknown, to: Sort, firstColumn: string | undefined): unknown {
  switch (to) {
    case 'text': return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
    case 'number': return Number.isFinite(Number(value)) ? Number(value) : 0
    case 'truth': return value === 'true'
    case 'column': return { column: firstColumn ?? '' }
    case 'missing': return null
  }
}
