import { Field } from '#kit/Field.tsx'
import type { FieldWords } from '#kit/Field.tsx'
import type { Column } from '../../domain/columns.ts'
import { Predicate } from '../../domain/predicate.ts'
import { GroupBox } from './GroupBox.tsx'

/** A tree of conditions: all or any of them, groups within groups, each may be turned round. */
export function PredicateField({ value, onChange, columns, ...words }: FieldWords & { readonly value: unknown; readonly onChange: (value: unknown) => void; readonly columns: readonly Column[] }) {
  const parsed = Predicate.safeParse(value)
  const root: Predicate = parsed.success ? parsed.data : { kind: 'all', of: [] }
  return (
    <Field {...words}>
      <GroupBox group={root.kind === 'all' || root.kind === 'any' ? root : { kind: 'all', of: [root] }} columns={columns} label={words.label} onChange={onChange} />
    </Field>
  )
}
