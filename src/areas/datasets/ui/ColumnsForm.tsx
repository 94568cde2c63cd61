import { Search } from 'lucide-react'
import { useState } from 'react'
import { Select } from '#kit/Select.tsx'
import { TextField } from '#kit/TextField.tsx'
import { textTypes } from '../domain/csv-types.ts'
import type { FieldShape } from '../domain/dataset.ts'

const most = 60

/** Name and type of each column, changed one at a time. */
export function ColumnsForm({ columns, onChange }: { readonly columns: readonly FieldShape[]; readonly onChange: (columns: readonly FieldShape[]) => void }) {
  const [filter, setFilter] = useState('')
  const fitting = columns.map((column, at) => ({ ...column, at })).filter(({ name }) => name.toLowerCase().includes(filter.toLowerCase()))
  return (
    <div className="flex flex-col gap-2">
      <h2 className="text-s font-semibold text-ink-2">Columns <small className="mut">{columns.length}</small></h2>
      {columns.length > 12 && <TextField label="Find a column" hideLabel icon={Search} type="search" placeholder="Find a column" value={filter} onChange={setFilter} />}
      {fitting.slice(0, most).map(({ name, type, at }) => (
        <div key={at} className="grid grid-cols-[minmax(0,1fr)_128px] items-center gap-2">
          <span className="clip text-s" title={name}>{name || <i className="mut">(no name)</i>}</span>
          <Select label={`Type of ${name || `column ${at + 1}`}`} hideLabel options={optionsOf(type)} value={type} onChange={(next) => onChange(columns.map((column, i) => (i === at ? { ...column, type: next } : column)))} />
        </div>
      ))}
      {fitting.length > most && <p className="text-xs text-ink-2">The first {most} of {fitting.length}. Type above to find another.</p>}
    </div>
  )
}

function optionsOf(type: string) {
  const known: readonly string[] = textTypes
  return (known.includes(type) ? known : [...known, type]).map((id) => ({ id, label: id }))
}
