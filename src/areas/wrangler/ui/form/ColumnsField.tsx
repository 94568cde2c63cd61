import { ArrowDown, ArrowUp, Search, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { Field } from '#kit/Field.tsx'
import type { FieldWords } from '#kit/Field.tsx'
import { typeChip } from '#kit/grid/type-chip.ts'
import { TextField } from '#kit/TextField.tsx'
import { familyOf } from '../../domain/columns.ts'
import type { Column } from '../../domain/columns.ts'
import type { FormField } from '../../domain/form/fields.ts'

const shownAtOnce = 200

/** Several columns: ticked in a list that can be searched, put in order where the order counts. */
export function ColumnsField({ field, value, onChange, columns, ...words }: FieldWords & { readonly field: Extract<FormField, { kind: 'column' | 'columns' }>; readonly value: readonly string[]; readonly onChange: (value: unknown) => void; readonly columns: readonly Column[] }) {
  const [search, setSearch] = useState('')
  const fitting = columns.filter(({ type }) => field.families.length === 0 || field.families.includes(familyOf(type)))
  const found = fitting.filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()))
  const chosen = new Set(value)
  const all = found.length > 0 && found.every(({ id }) => chosen.has(id))
  const toggle = (id: string) => onChange(chosen.has(id) ? value.filter((one) => one !== id) : [...value, id])
  const toggleAll = () => onChange(all ? value.filter((id) => !found.some((one) => one.id === id)) : [...value, ...found.filter(({ id }) => !chosen.has(id)).map(({ id }) => id)])
  const names = new Map(columns.map(({ id, name }) => [id, name]))
  const gone = value.filter((id) => !names.has(id))
  return (
    <Field {...words}>
      <div className="wr-columns">
        {fitting.length > 7 && <TextField label="Search columns" hideLabel icon={Search} value={search} onChange={setSearch} placeholder="Search columns" />}
        <div className="list">
          {found.length > 1 && <Checkbox checked={all} some={!all && found.some(({ id }) => chosen.has(id))} onChange={toggleAll}><span className="text-ink-2">All {found.length}</span></Checkbox>}
          {found.slice(0, shownAtOnce).map(({ id, name, type }) => <Checkbox key={id} checked={chosen.has(id)} onChange={() => toggle(id)}><span className="wr-type">{typeChip(type)}</span><span className="clip">{name || '“”'}</span></Checkbox>)}
          {found.length > shownAtOnce && <p className="hint">{found.length - shownAtOnce} more: search for them.</p>}
          {found.length === 0 && <p className="hint">{fitting.length === 0 ? 'No column of a type that this step takes.' : `No column has “${search}” in its name.`}</p>}
        </div>
        {gone.length > 0 && <p className="text-xs text-bad flex items-center gap-1">{gone.length} chosen {gone.length === 1 ? 'column is' : 'columns are'} not there any more. <Button size="s" onPress={() => onChange(value.filter((id) => names.has(id)))}>Forget</Button></p>}
        {field.ordered && value.length > 1 && (
          <ol className="wr-order" aria-label={`Order of ${words.label}`}>
            {value.map((id, i) => (
              <li key={id}><span className="clip">{names.get(id) ?? id}</span><span className="sp" />
                <Button variant="ghost" size="s" icon={ArrowUp} label={`Move ${names.get(id) ?? id} up`} disabled={i === 0} onPress={() => onChange(moved(value, i, i - 1))} />
                <Button variant="ghost" size="s" icon={ArrowDown} label={`Move ${names.get(id) ?? id} down`} disabled={i === value.length - 1} onPress={() => onChange(moved(value, i, i + 1))} />
                <Button variant="ghost" size="s" icon={X} label={`Leave out ${names.get(id) ?? id}`} onPress={() => toggle(id)} />
              </li>
            ))}
          </ol>
        )}
      </div>
    </Field>
  )
}

export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, i) => i !== from)
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)]
}
