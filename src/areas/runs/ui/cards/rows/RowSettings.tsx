import { NumberField } from '#kit/NumberField.tsx'
import type { CardSettingsProps } from '../card.ts'
import { ColumnPick } from '../ColumnPick.tsx'

export function BarSettings({ card, keys, onChange }: CardSettingsProps<'bar'>) {
  return (
    <>
      <ColumnPick label="Column" numbers keys={keys} value={card.column} onChange={(column) => { if (column !== undefined) onChange({ ...card, column }) }} />
      <NumberField label="At most" unit="bars" min={1} max={200} step={1} value={card.most} onChange={(most) => { if (most !== undefined) onChange({ ...card, most: Math.round(most) }) }} />
    </>
  )
}

export function BoxSettings({ card, keys, onChange }: CardSettingsProps<'box'>) {
  return (
    <>
      <ColumnPick label="Column" numbers keys={keys} value={card.column} onChange={(column) => { if (column !== undefined) onChange({ ...card, column }) }} />
      <ColumnPick label="For each value of" keys={keys} value={card.by} onChange={(by) => { if (by !== undefined) onChange({ ...card, by }) }} />
    </>
  )
}
