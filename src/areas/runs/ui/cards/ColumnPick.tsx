import { Combo } from '#kit/Combo.tsx'
import type { KeyInfo } from './card.ts'
import { columnLabel } from './words.ts'

const fixed = ['attributes.duration', 'attributes.start_time', 'attributes.status', 'attributes.user_id', 'attributes.experiment']

/** One column out of what these runs hold; `numbers` offers those alone that are numbers. */
export function ColumnPick({ label, keys, value, numbers = false, families, onChange }: { readonly label: string; readonly keys: readonly KeyInfo[]; readonly value: string | undefined; readonly numbers?: boolean; readonly families?: readonly KeyInfo['family'][]; readonly onChange: (column: string | undefined) => void }) {
  const logged = keys.filter(({ family, numeric }) => (!numbers || numeric || family === 'metrics') && (families === undefined || families.includes(family)))
  const options = [
    ...logged.map(({ family, key, runs }) => ({ id: `${family}.${key}`, label: key, note: `${family} · ${runs.toLocaleString('en-US')}` })),
    ...(families === undefined ? fixed.filter((column) => !numbers || column === 'attributes.duration' || column === 'attributes.start_time').map((column) => ({ id: column, label: columnLabel(column), note: 'attributes' })) : []),
  ]
  const known = value === undefined || options.some(({ id }) => id === value) ? options : [{ id: value, label: columnLabel(value), note: '' }, ...options]
  return <Combo label={label} options={known} value={value} onChange={onChange} placeholder="Search columns" />
}
