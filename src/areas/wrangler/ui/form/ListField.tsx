import { Plus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '#kit/Button.tsx'
import { Field } from '#kit/Field.tsx'
import type { FieldWords } from '#kit/Field.tsx'
import { initialOf } from '../../domain/form/fields.ts'
import type { FormField } from '../../domain/form/fields.ts'

/** Any list: each member in a box of its own. */
export function ListField({ field, value, onChange, children, ...words }: FieldWords & { readonly field: Extract<FormField, { kind: 'list' }>; readonly value: readonly unknown[]; readonly onChange: (value: unknown) => void; readonly children: (member: unknown, put: (next: unknown) => void, index: number) => ReactNode }) {
  const { of } = field
  const put = (at: number, member: unknown) => onChange(value.map((one, i) => (i === at ? member : one)))
  const fresh = of.kind === 'group' ? initialOf(of.fields) : (of.initial ?? (of.kind === 'number' ? 0 : ''))
  return (
    <Field {...words}>
      {value.map((member, i) => (
        <div key={i} className="wr-row" role="group" aria-label={`${field.title} ${i + 1}`}>
          <div className="flex items-center"><span className="text-xs text-ink-3">{i + 1}</span><span className="sp" /><Button variant="ghost" size="s" icon={X} label={`Remove ${field.title.toLowerCase()} ${i + 1}`} onPress={() => onChange(value.filter((_, at) => at !== i))} /></div>
          {children(member, (next) => put(i, next), i)}
        </div>
      ))}
      <span><Button size="s" icon={Plus} onPress={() => onChange([...value, fresh])}>Add</Button></span>
    </Field>
  )
}
