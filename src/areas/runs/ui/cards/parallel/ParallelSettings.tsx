import { X } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import type { CardSettingsProps } from '../card.ts'
import { ColumnPick } from '../ColumnPick.tsx'
import { columnLabel } from '../words.ts'

/** Which axes stand on the card; they are put in order by dragging their names. */
export function ParallelSettings({ card, keys, onChange }: CardSettingsProps<'parallel'>) {
  return (
    <>
      <div className="cardpicks">
        {card.columns.map((column) => <span key={column} className="chip">{columnLabel(column)}<Button variant="ghost" size="s" icon={X} label={`Take ${columnLabel(column)} away`} onPress={() => onChange({ ...card, columns: card.columns.filter((one) => one !== column) })} /></span>)}
      </div>
      <ColumnPick
        label="Add an axis" keys={keys.filter(({ family, key }) => !card.columns.includes(`${family}.${key}`))} value={undefined}
        onChange={(column) => { if (column !== undefined && card.columns.length < 20) onChange({ ...card, columns: [...card.columns, column] }) }}
      />
    </>
  )
}
