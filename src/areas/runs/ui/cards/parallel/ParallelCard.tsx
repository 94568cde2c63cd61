import { useDesk } from '#kit/desk.ts'
import type { AxisBrush } from '#kit/plot/parallel/axes.ts'
import { Parallel } from '#kit/plot/Parallel.tsx'
import type { ParallelProps } from '#kit/plot/Parallel.tsx'
import { CardFrame } from '../../board/CardFrame.tsx'
import type { Brush } from '../../../domain/query.ts'
import type { CardProps } from '../card.ts'
import { CardState } from '../CardState.tsx'
import { columnData } from '../column-data.ts'
import { SettingsButton } from '../SettingsButton.tsx'
import { useLinked } from '../useLinked.ts'
import { useValues, withoutBrushes } from '../useValues.ts'
import { ParallelSettings } from './ParallelSettings.tsx'

/** Params and metrics of every run side by side. Its own brushes leave faint what they shut out; those of other columns take it away. */
export function ParallelCard({ card, query, runs, keys, linked, onChange, onBrush, onOpenRun, frame }: CardProps<'parallel'>) {
  const { theme } = useDesk()
  const asked = useValues(withoutBrushes(query, card.columns), card.columns, card.columns.length > 0)
  const kept = (asked.data?.ids ?? []).flatMap((id, at) => { const run = runs.byId.get(id); return run && !runs.hidden.has(id) ? [{ at, run }] : [] })
  const axes = card.columns.flatMap((column, i) => {
    const cells = asked.data?.columns[i]
    return cells ? [{ id: column, ...columnData(column, kept.map(({ at }) => cells[at] ?? null)) }] : []
  })
  const brushes = new Map(query.brushes.flatMap((brush) => (card.columns.includes(brush.column) ? [[brush.column, axisBrush(brush)] as const] : [])))
  const title = card.title || 'Parameters'
  const note = brushes.size > 0 ? `${runs.shown.length.toLocaleString('en-US')} of ${kept.length.toLocaleString('en-US')} brushed · brush filters every card and the table` : `${kept.length.toLocaleString('en-US')} runs · drag along an axis to filter`
  return (
    <CardFrame {...frame} title={title} note={asked.data && note} tools={<SettingsButton title={title}><ParallelSettings card={card} keys={keys} onChange={onChange} /></SettingsButton>}>
      <CardState asked={{ ...asked, isPending: asked.isPending && card.columns.length > 0 }} empty={card.columns.length < 2 ? 'Choose two columns or more in the settings of this card.' : kept.length === 0 ? 'No run is shown: the filter, a brush or hidden runs leave none.' : undefined}>
        <LinkedParallel
          linked={linked} label={title} axes={axes} lines={kept.map(({ run }) => run)} brushes={brushes} theme={theme} onOpen={onOpenRun}
          onBrush={(column, brush) => onBrush(column, brush && brushOf(column, brush))} onOrder={(columns) => onChange({ ...card, columns: [...columns] })}
        />
      </CardState>
    </CardFrame>
  )
}

function LinkedParallel({ linked, ...props }: Pick<CardProps, 'linked'> & Omit<ParallelProps, 'hovered' | 'selected' | 'onHover' | 'onPick'>) {
  return <Parallel {...props} {...useLinked(linked)} />
}

function axisBrush({ from, to, values, missing }: Brush): AxisBrush {
  return { ...(from !== undefined || to !== undefined ? { from: from ?? -Infinity, to: to ?? Infinity } : {}), ...(values ? { values } : {}), ...(missing ? { missing } : {}) }
}

function brushOf(column: string, { values, ...rest }: AxisBrush): Brush {
  return { column, ...rest, ...(values ? { values: [...values] } : {}) }
}
