import type { CurveScene } from '#kit/plot/curves/curve-line.ts'
import { Curves } from '#kit/plot/Curves.tsx'
import type { CardRuns } from '../card.ts'
import type { Linked } from '../../linked.ts'
import { useValue } from '../../useValue.ts'
import type { CurvesCardData } from './curve-scene.ts'
import { overWords } from './curve-scene.ts'

/** The chart tied to what the pointer stands on anywhere in the view; apart from the card, so that hovering draws this alone anew. */
export function LinkedCurves({ label, card, scene, runs, linked, theme, onZoom, onOpenRun }: {
  readonly label: string
  readonly card: CurvesCardData
  readonly scene: CurveScene
  readonly runs: CardRuns
  readonly linked: Linked
  readonly theme: string
  readonly onZoom: (range: readonly [number, number] | undefined) => void
  readonly onOpenRun: (id: string) => void
}) {
  const hovered = useValue(linked.hovered)
  const along = useValue(linked.along)
  const over = JSON.stringify(card.over)
  const known = hovered !== undefined && !scene.lines.some(({ id }) => id === hovered) ? runs.byId.get(hovered)?.group : hovered
  return (
    <Curves
      label={label} scene={scene} xName={overWords(card.over)} theme={theme}
      hovered={known} onHover={linked.hovered.set}
      along={along?.over === over ? along.x : undefined} onAlong={(x) => linked.along.set(x === undefined ? undefined : { over, x })}
      onZoom={onZoom} onOpen={(id) => { if (runs.byId.has(id)) onOpenRun(id) }}
    />
  )
}
