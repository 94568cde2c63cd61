import { Select } from '#kit/Select.tsx'
import type { Dialect, Wish } from '../domain/dataset.ts'

const shorts = [{ id: 'leave', label: 'Leave out' }, { id: 'fill', label: 'Fill with missing' }] as const
const longs = [{ id: 'leave', label: 'Leave out' }, { id: 'cut', label: 'Drop extra cells' }] as const

/** What becomes of lines with too few or too many cells. */
export function LinesForm({ dialect, onChange }: { readonly dialect: Dialect; readonly onChange: (part: Wish) => void }) {
  return (
    <div className="grid grid-cols-2 gap-3">
      <Select label="Short lines" options={shorts} value={dialect.short ?? 'leave'} onChange={(short) => onChange({ short })} />
      <Select label="Long lines" options={longs} value={dialect.long ?? 'leave'} onChange={(long) => onChange({ long })} />
    </div>
  )
}
