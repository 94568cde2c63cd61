import { useDesk } from '#kit/desk.ts'
import { ScatterPlot } from '#kit/plot/ScatterPlot.tsx'
import type { ScatterPlotProps } from '#kit/plot/ScatterPlot.tsx'
import { CardFrame } from '../../board/CardFrame.tsx'
import type { CardProps } from '../card.ts'
import { CardState } from '../CardState.tsx'
import { SettingsButton } from '../SettingsButton.tsx'
import { useLinked } from '../useLinked.ts'
import { useValues, withoutBrushes } from '../useValues.ts'
import { columnLabel, countWords } from '../words.ts'
import { areaOf, brushesOf, scatterOf } from './scatter-marks.ts'
import { ScatterSettings } from './ScatterSettings.tsx'

/** One column against another for every run; a drag brushes both. */
export function ScatterCard({ card, query, runs, keys, linked, onChange, onBrush, onOpenRun, frame }: CardProps<'scatter'>) {
  const { theme } = useDesk()
  const asked = useValues(withoutBrushes(query, [card.across, card.up]), [card.across, card.up, ...(card.colour === undefined ? [] : [card.colour])])
  const drawn = scatterOf({ card, data: asked.data, runs })
  const title = card.title || `${columnLabel(card.up)} against ${columnLabel(card.across)}`
  const note = [...(card.pareto ? [`Pareto front: ${drawn.aims}`] : []), countWords(drawn.marks.length, 'run'), ...(drawn.missing > 0 ? [`${drawn.missing.toLocaleString('en-US')} without both`] : [])].join(' · ')
  return (
    <CardFrame {...frame} title={title} note={asked.data && note} tools={<SettingsButton title={title}><ScatterSettings card={card} keys={keys} onChange={onChange} /></SettingsButton>}>
      <CardState asked={asked} empty={drawn.marks.length === 0 ? `No shown run has both ${columnLabel(card.across)} and ${columnLabel(card.up)}.` : undefined}>
        {drawn.key.length > 1 && <div className="chartkey">{drawn.key.map(({ text, colour }) => <span key={text}><i className="swatch" style={{ background: colour }} /><span className="clip">{text}</span></span>)}</div>}
        <LinkedScatter
          linked={linked} label={title} marks={drawn.marks} front={drawn.front} x={drawn.x} y={drawn.y} theme={theme} onOpen={onOpenRun} area={areaOf(card, query.brushes)}
          onArea={(area) => { for (const { column, brush } of brushesOf(card, drawn, area)) onBrush(column, brush) }}
        />
      </CardState>
    </CardFrame>
  )
}

function LinkedScatter({ linked, area, ...props }: Pick<CardProps, 'linked'> & Omit<ScatterPlotProps, 'hovered' | 'selected' | 'onHover' | 'onPick' | 'area'> & { readonly area: ScatterPlotProps['area'] | undefined }) {
  return <ScatterPlot {...props} {...(area ? { area } : {})} {...useLinked(linked)} />
}
