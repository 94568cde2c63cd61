import { CodeEditor } from '#kit/CodeEditor.tsx'
import type { Completion } from '#kit/code/completion.ts'
import { Field } from '#kit/Field.tsx'
import type { FieldWords } from '#kit/Field.tsx'
import { uniqueNames } from '../../domain/columns.ts'
import type { FormWorld } from './field-props.ts'

const words = ['SELECT', 'FROM', 'WHERE', 'GROUP BY', 'ORDER BY', 'QUALIFY', 'CASE WHEN', 'COUNT(*)', 'AVG', 'SUM', 'MIN', 'MAX', 'COALESCE', 'TRY_CAST', 'OVER (PARTITION BY']

/** A SELECT over `prev`, the rows before the step. */
export function SqlField({ value, onChange, world, autoFocus, ...field }: FieldWords & { readonly autoFocus: boolean; readonly value: string; readonly onChange: (value: unknown) => void; readonly world: FormWorld }) {
  const names = uniqueNames(world.columns)
  const completions = (): readonly Completion[] => [
    { label: 'prev', kind: 'table', detail: 'the rows before this step' },
    ...world.columns.map(({ id, type }): Completion => ({ label: names.get(id) ?? id, kind: 'column', detail: type, insert: quoted(names.get(id) ?? id) })),
    ...words.map((label): Completion => ({ label, kind: 'keyword' })),
  ]
  return (
    <Field {...field} hint={field.hint ?? 'One SELECT over prev, the rows before this step; it reads nothing else.'}>
      <div className="wr-codefield tall"><CodeEditor value={value} onChange={onChange} language="sql" autoFocus={autoFocus} label={field.label} lineNumbers={false} wrap completions={completions} /></div>
    </Field>
  )
}

function quoted(name: string): string {
  return /^[a-z_][a-z0-9_]*$/i.test(name) ? name : `"${name.replaceAll('"', '""')}"`
}
