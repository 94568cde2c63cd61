import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { Combo } from '#kit/Combo.tsx'
import { Field } from '#kit/Field.tsx'
import type { FieldWords } from '#kit/Field.tsx'
import { Segmented } from '#kit/Segmented.tsx'
import type { Column } from '../../domain/columns.ts'
import { SortKey } from '../../domain/view.ts'
import { moved } from './ColumnsField.tsx'
import { columnOption, listOf } from './field-props.ts'

const directions = [{ id: 'up', label: '↑ Smallest first' }, { id: 'down', label: '↓ Largest first' }] as const

/** The columns to sort by, the most weighty first. */
export function KeysField({ value, onChange, columns, ...words }: FieldWords & { readonly value: unknown; readonly onChange: (value: unknown) => void; readonly columns: readonly Column[] }) {
  const keys = listOf(value).flatMap((one) => SortKey.safeParse(one).data ?? [])
  const set = (at: number, change: Partial<SortKey>) => onChange(keys.map((key, i) => (i === at ? { ...key, ...change } : key)))
  const free = columns.filter(({ id }) => !keys.some(({ column }) => column === id))
  const [next] = free
  return (
    <Field {...words}>
      {keys.map((key, i) => (
        <div key={key.column} className="wr-row" role="group" aria-label={`Sort key ${i + 1}`}>
          <div className="flex gap-1 items-center"><div className="flex-1 min-w-0"><Combo label={`Sort key ${i + 1}`} hideLabel options={columns.map(columnOption)} value={key.column} onChange={(column) => { if (column) set(i, { column }) }} /></div>
            <Button variant="ghost" size="s" icon={ArrowUp} label="Earlier" disabled={i === 0} onPress={() => onChange(moved(keys, i, i - 1))} />
            <Button variant="ghost" size="s" icon={ArrowDown} label="Later" disabled={i === keys.length - 1} onPress={() => onChange(moved(keys, i, i + 1))} />
            <Button variant="ghost" size="s" icon={X} label="Remove sort key" onPress={() => onChange(keys.filter((_, at) => at !== i))} />
          </div>
          <Segmented label="Direction" options={directions} value={key.descending ? 'down' : 'up'} onChange={(direction) => set(i, { descending: direction === 'down' })} />
          <Checkbox checked={key.nullsFirst} onChange={(nullsFirst) => set(i, { nullsFirst })}>Missing first</Checkbox>
        </div>
      ))}
      <span><Button size="s" icon={Plus} disabled={!next} onPress={() => { if (next) onChange([...keys, { column: next.id, descending: false, nullsFirst: false }]) }}>Add a column</Button></span>
    </Field>
  )
}
