import { ValueBars } from '#kit/plot/ValueBars.tsx'
import type { ValueBar } from '#kit/plot/ValueBars.tsx'
import { summaryOf } from '#stats/summary.ts'
import { CardFrame } from '../../board/CardFrame.tsx'
import { useValue } from '../../useValue.ts'
import type { CardProps, CardRuns } from '../card.ts'
import { CardState } from '../CardState.tsx'
import { columnData } from '../column-data.ts'
import { SettingsButton } from '../SettingsButton.tsx'
import { useValues } from '../useValues.ts'
import { columnLabel, countWords } from '../words.ts'
import { BarSettings } from './RowSettings.tsx'

/** A column's value for each run, or its mean ± σ for each group, in the order of the table. */
export function BarCard({ card, query, runs, keys, linked, onChange, onOpenRun, frame }: CardProps<'bar'>) {
  const asked = useValues(query, [card.column])
  const valueOf = valuesById(card.column, asked.data)
  const bars = runs.groups.length > 0 ? groupBars(runs, valueOf) : runBars(runs, valueOf)
  const shown = bars.slice(0, card.most)
  const title = card.title || columnLabel(card.column)
  const note = [runs.groups.length > 0 ? `mean ± σ of ${countWords(bars.length, 'group')}` : countWords(bars.length, 'run'), ...(bars.length > shown.length ? [`first ${shown.length}`] : [])].join(' · ')
  return (
    <CardFrame {...frame} title={title} note={asked.data && note} tools={<SettingsButton title={title}><BarSettings card={card} keys={keys} onChange={onChange} /></SettingsButton>}>
      <CardState asked={asked} empty={bars.length === 0 ? `No shown run has a number for ${columnLabel(card.column)}.` : undefined}>
        <LinkedBars label={title} bars={shown} linked={linked} onOpen={(id) => { if (runs.byId.has(id)) onOpenRun(id) }} />
      </CardState>
    </CardFrame>
  )
}

function LinkedBars({ label, bars, linked, onOpen }: Pick<CardProps, 'linked'> & { readonly label: string; readonly bars: readonly ValueBar[]; readonly onOpen: (id: string) => void }) {
  return <ValueBars label={label} bars={bars} hovered={useValue(linked.hovered)} onHover={linked.hovered.set} onOpen={onOpen} />
}

type Values = ReadonlyMap<string, number>

export function valuesById(column: string, data: { readonly ids: readonly string[]; readonly columns: Parameters<typeof columnData>[1][] } | undefined): Values {
  const { values } = columnData(column, data?.columns[0] ?? [])
  return new Map(values.flatMap((value, i) => { const id = data?.ids[i]; return typeof value === 'number' && id !== undefined ? [[id, value] as const] : [] }))
}

function runBars({ shown }: CardRuns, valueOf: Values): ValueBar[] {
  return shown.flatMap(({ id, name, colour }) => { const value = valueOf.get(id); return value === undefined ? [] : [{ id, label: name, colour, value }] })
}

function groupBars({ groups }: CardRuns, valueOf: Values): ValueBar[] {
  return groups.flatMap(({ id, label, colour, runs }) => {
    const sum = summaryOf(runs.flatMap((run) => valueOf.get(run) ?? []))
    return sum ? [{ id, label, colour, value: sum.mean, note: countWords(sum.n, 'run'), ...(sum.sd === null ? {} : { low: sum.mean - sum.sd, high: sum.mean + sum.sd }) }] : []
  })
}
