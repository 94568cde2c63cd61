import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { typeChip } from '#kit/grid/type-chip.ts'
import { Select } from '#kit/Select.tsx'
import { TextField } from '#kit/TextField.tsx'
import { leftOut, textTypes } from '../domain/csv-types.ts'
import type { FieldShape } from '../domain/dataset.ts'
import { countOf } from './words.ts'

export interface Loss { readonly at: number; readonly empty: number; readonly of: number; readonly example: string }

/** A column's name, which can be changed, its type, and what that type would leave empty. */
export function ColumnRow({ at, name, type, loss, onChange }: FieldShape & { readonly at: number; readonly loss: Loss | undefined; readonly onChange: (part: Partial<FieldShape>) => void }) {
  const [typed, setTyped] = useState(name)
  const rename = () => { if (typed.trim() !== name) onChange({ name: typed.trim() }) }
  return (
    <div className="flex flex-col gap-1">
      <div className="grid grid-cols-[minmax(0,1fr)_104px] items-center gap-1.5">
        <div title={name}><TextField label={`Name of column ${at + 1}`} hideLabel value={typed} onChange={setTyped} onEnter={rename} onBlur={rename} placeholder="(no name)" /></div>
        <Select label={`Type of ${name || `column ${at + 1}`}`} hideLabel options={optionsOf(type)} value={type} onChange={(next) => onChange({ type: next })} />
      </div>
      {loss && (
        <p className="flex gap-1.5 text-xs text-ink-2" role="status">
          <TriangleAlert size={13} className="mt-0.5 flex-none text-warn" />
          <span className="min-w-0 break-words">{typeWord(type)} leaves {countOf(loss.empty)} of {countOf(loss.of)} values empty, e.g. “{loss.example}”</span>
        </p>
      )}
    </div>
  )
}

function optionsOf(type: string) {
  const known: readonly string[] = [...textTypes, leftOut]
  return (known.includes(type) ? known : [...known, type]).map((id) => ({ id, label: typeWord(id), note: id }))
}

/** As the heads of tables show it; decimals tell their places. */
function typeWord(type: string): string {
  if (type === leftOut) return 'left out'
  return typeChip(type) + (/^DECIMAL(\(.*\))$/.exec(type)?.[1] ?? '')
}
