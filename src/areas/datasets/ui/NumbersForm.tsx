import { Select } from '#kit/Select.tsx'
import type { Dialect, Wish } from '../domain/dataset.ts'

const decimals = [{ id: '.', label: 'Point, 1.5' }, { id: ',', label: 'Comma, 1,5' }] as const
const marks = [{ id: '', label: 'None' }, { id: '.', label: 'Point, 1.000' }, { id: ',', label: 'Comma, 1,000' }, { id: ' ', label: 'Space, 1 000' }, { id: "'", label: 'Apostrophe, 1\'000' }] as const

/** How numbers are written. */
export function NumbersForm({ dialect: { decimal, thousands }, onChange }: { readonly dialect: Dialect; readonly onChange: (part: Wish) => void }) {
  return (
    <div className="grid grid-cols-2 gap-3">
      <Select label="Decimal mark" options={decimals} value={decimal} onChange={(next) => onChange({ decimal: next, thousands: undefined })} />
      <Select label="Thousands mark" options={marks.filter(({ id }) => id !== decimal)} value={thousands ?? ''} onChange={(next) => onChange({ thousands: next })} />
    </div>
  )
}
