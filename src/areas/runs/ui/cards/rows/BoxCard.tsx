import { BoxRows } from '#kit/plot/BoxRows.tsx'
import type { BoxRow } from '#kit/plot/BoxRows.tsx'
import { classColour } from '#kit/plot/palette.ts'
import { boxOf } from '#stats/box.ts'
import { CardFrame } from '../../board/CardFrame.tsx'
import { useValue } from '../../useValue.ts'
import type { CardProps } from '../card.ts'
import { CardState } from '../CardState.tsx'
import { columnData, textsOf } from '../column-data.ts'
import { SettingsButton } from '../SettingsButton.tsx'
import { useValues } from '../useValues.ts'
import { columnLabel, countWords } from '../words.ts'
import { BoxSettings } from './RowSettings.tsx'

const mostRows = 60

/** How a column spreads for each value of another. */
export function BoxCard({ card, query, runs, keys, linked, onChange, frame }: CardProps<'box'>) {
  const asked = useValues(query, [card.column, card.by])
  const rows = asked.data ? rowsOf(card.column, card.by, asked.data, runs.hidden) : []
  const title = card.title || `${columnLabel(card.column)} by ${columnLabel(card.by)}`
  const note = `${countWords(rows.reduce((sum, { box }) => sum + box.n, 0), 'run')} · box: quartiles, whiskers 1.5 IQR${rows.length > mostRows ? ` · first ${mostRows} of ${rows.length}` : ''}`
  return (
    <CardFrame {...frame} title={title} note={asked.data && note} tools={<SettingsButton title={title}><BoxSettings card={card} keys={keys} onChange={onChange} /></SettingsButton>}>
      <CardState asked={asked} empty={rows.length === 0 ? `No shown run has a number for ${columnLabel(card.column)}.` : undefined}>
        <LinkedBoxes label={title} rows={rows.slice(0, mostRows)} linked={linked} />
      </CardState>
    </CardFrame>
  )
}

function LinkedBoxes({ label, rows, linked }: Pick<CardProps, 'linked'> & { readonly label: string; readonly rows: readonly BoxRow[] }) {
  return <BoxRows label={label} rows={rows} hovered={useValue(linked.hovered)} onHover={linked.hovered.set} />
}

function rowsOf(column: string, by: string, data: { readonly ids: readonly string[]; readonly columns: Parameters<typeof columnData>[1][] }, hidden: ReadonlySet<string>): BoxRow[] {
  const kept = data.ids.flatMap((id, at) => (hidden.has(id) ? [] : [at]))
  const [numbers, groups] = [columnData(column, kept.map((at) => data.columns[0]?.[at] ?? null)), columnData(by, kept.map((at) => data.columns[1]?.[at] ?? null))]
  const valuesOf = Map.groupBy(kept.map((_, i) => i), (i) => { const value = groups.values[i] ?? null; return value === null ? null : String(value) })
  return [...textsOf(groups.values), null].flatMap((text, rank) => {
    const values = (valuesOf.get(text) ?? []).flatMap((i) => { const value = numbers.values[i]; return typeof value === 'number' ? [value] : [] })
    const box = boxOf(values)
    return box ? [{ id: `${by}=${text ?? ''}`, label: text ?? 'missing', colour: text === null ? 'var(--c8)' : classColour(rank % 7), box, values }] : []
  })
}
