import { Search } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { TextField } from '#kit/TextField.tsx'
import type { FieldShape } from '../domain/dataset.ts'
import { ColumnRow } from './ColumnRow.tsx'
import type { Loss } from './ColumnRow.tsx'

const most = 60

/** Name and type of each column, changed one at a time or all at once, with what a chosen type would leave empty. */
export function ColumnsForm({ columns, losses, onChange, onGuess }: { readonly columns: readonly FieldShape[]; readonly losses: readonly Loss[]; readonly onChange: (columns: readonly FieldShape[]) => void; readonly onGuess: (() => void) | undefined }) {
  const [filter, setFilter] = useState('')
  const fitting = columns.map((column, at) => ({ ...column, at })).filter(({ name }) => name.toLowerCase().includes(filter.toLowerCase()))
  const change = (at: number, part: Partial<FieldShape>) => onChange(columns.map((column, i) => (i === at ? { ...column, ...part } : column)))
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center gap-1">
        <h2 className="text-s font-semibold text-ink-2">Columns <small className="mut">{columns.length}</small></h2>
        <span className="sp" />
        {onGuess && <Button variant="ghost" size="s" onPress={onGuess}>Guess types</Button>}
        <Button variant="ghost" size="s" disabled={columns.every(({ type }) => type === 'VARCHAR')} onPress={() => onChange(columns.map(({ name }) => ({ name, type: 'VARCHAR' })))}>All as text</Button>
      </div>
      {columns.length > 7 && <TextField label="Find a column" hideLabel icon={Search} type="search" placeholder="Find a column" value={filter} onChange={setFilter} />}
      {fitting.slice(0, most).map(({ name, type, at }) => <ColumnRow key={`${at} ${name}`} at={at} name={name} type={type} loss={losses.find((one) => one.at === at)} onChange={(part) => change(at, part)} />)}
      {fitting.length === 0 && <p className="text-xs text-ink-2">No column matches “{filter}”.</p>}
      {fitting.length > most && <p className="text-xs text-ink-2">The first {most} of {fitting.length}. Type above to find another.</p>}
    </div>
  )
}
