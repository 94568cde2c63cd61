import { useDesk } from '#kit/desk.ts'
import { CardFrame } from '../../board/CardFrame.tsx'
import type { CardProps } from '../card.ts'
import { CardState } from '../CardState.tsx'
import { SettingsButton } from '../SettingsButton.tsx'
import { countWords } from '../words.ts'
import { CurvesSettings } from './CurvesSettings.tsx'
import { LinkedCurves } from './LinkedCurves.tsx'
import { noteOf, sceneOf } from './curve-scene.ts'
import { useCurvesData } from './useCurvesData.ts'

/** Metrics over steps, time or another metric; the runs of a group as one line with its band. */
export function CurvesCard({ card, query, runs, keys, linked, onChange, onOpenRun, frame }: CardProps<'curves'>) {
  const { theme } = useDesk()
  const buckets = frame.full ? 1200 : 600
  const { asked, chosen, fit } = useCurvesData(card, { query, runs }, buckets)
  const curves = asked.data?.curves ?? []
  const scene = sceneOf({ card, curves, runs, buckets })
  const title = card.title || card.metrics.join(', ') || 'Curves'
  const note = asked.data ? `${noteOf({ card, curves, runs, buckets })}${fit > chosen ? ` · first ${countWords(chosen, 'run')} of ${fit.toLocaleString('en-US')}` : ''}` : undefined
  const tools = <SettingsButton title={title}><CurvesSettings card={card} keys={keys} onChange={onChange} /></SettingsButton>
  return (
    <CardFrame {...frame} title={title} note={note} tools={tools}>
      <CardState asked={asked} empty={emptyWords(card.metrics.length, runs.shown.length, scene.lines.length)}>
        <LinkedCurves
          label={title} card={card} scene={scene} runs={runs} linked={linked} theme={theme} onOpenRun={onOpenRun}
          onZoom={(range) => { const { from: _from, to: _to, ...rest } = card; onChange(range ? { ...rest, from: range[0], to: range[1] } : rest) }}
        />
      </CardState>
    </CardFrame>
  )
}

function emptyWords(metrics: number, runs: number, lines: number): string | undefined {
  if (metrics === 0) return 'Choose a metric in the settings of this card.'
  if (runs === 0) return 'No run is shown: the filter, a brush or hidden runs leave none.'
  return lines === 0 ? 'None of the shown runs has logged this metric there.' : undefined
}
