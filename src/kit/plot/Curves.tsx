import './charts.css'
import { useState } from 'react'
import type { PointerEvent } from 'react'
import { Button } from '../Button.tsx'
import { ProblemNote } from '../ProblemNote.tsx'
import type { AxisKind } from './axis-ticks.ts'
import { valueWords } from './axis-ticks.ts'
import type { CurveLine, CurveScene } from './curves/curve-line.ts'
import { CurvesKey } from './curves/CurvesKey.tsx'
import { CurvesTip } from './curves/CurvesTip.tsx'
import { linesNear, nearestIndex } from './curves/geometry.ts'
import { keyedCursor } from './curves/keyed.ts'
import { useCurves } from './curves/useCurves.ts'
import { PlotTable } from './PlotTable.tsx'
import { useSize } from './useSize.ts'

export interface CurvesProps {
  readonly label: string
  /** Lines, kind of x, log axes and range as one value that changes only when they do. */
  readonly scene: CurveScene
  readonly xName: string
  readonly theme: string
  /** The id that stands out, here or elsewhere. */
  readonly hovered: string | undefined
  readonly onHover: (id: string | undefined) => void
  /** Where the cursor stands along x, here or on another chart of the same x. */
  readonly along: number | undefined
  readonly onAlong: (x: number | undefined) => void
  /** Dragging asks for a part of x; undefined is all again. */
  readonly onZoom: (range: readonly [number, number] | undefined) => void
  readonly onOpen?: (id: string) => void
}

interface Pointer { readonly left: number; readonly top: number; readonly clientX: number; readonly clientY: number }

const reach = 28

/** Many curves over one x. Hover lists the nearest, dragging zooms; arrow keys, +, − and Escape do the same from the keyboard. */
export function Curves({ label, scene, xName, theme, hovered, onHover, along, onAlong, onZoom, onOpen }: CurvesProps) {
  const { ref, size } = useSize<HTMLDivElement>()
  const [pointer, setPointer] = useState<Pointer>()
  const [reading, setReading] = useState('')
  const ids = hovered === undefined ? none : [hovered]
  const zoom = (range: readonly [number, number] | undefined) => {
    setPointer(undefined)
    onAlong(undefined)
    onHover(undefined)
    onZoom(range)
  }
  const { engine, failed } = useCurves(ref, { scene, size, theme, ids, x: along, onZoom: zoom })
  const box = engine?.box()
  const near = pointer && box ? linesNear(scene.lines, box, [pointer.left, pointer.top]) : []
  const move = (event: PointerEvent<HTMLDivElement>) => {
    const place = engine?.box()
    const bounds = event.currentTarget.getBoundingClientRect()
    if (!place || event.buttons > 0) return
    const [left, top] = [event.clientX - bounds.left - place.left, event.clientY - bounds.top - place.top]
    if (left < -4 || top < -4 || left > place.width + 4 || top > place.height + 4) return leave()
    const [first] = linesNear(scene.lines, place, [left, top])
    setPointer({ left, top, clientX: event.clientX, clientY: event.clientY })
    onAlong(place.x.back(Math.max(0, Math.min(place.width, left))))
    onHover(first && first.distance <= reach ? first.line.id : undefined)
  }
  const leave = () => {
    if (!pointer) return
    setPointer(undefined)
    onAlong(undefined)
    onHover(undefined)
  }
  const keys = keyedCursor({ scene, box: () => engine?.box(), hovered, along, onHover, onAlong, onZoom, onOpen, onRead: setReading })
  return (
    <figure className="chart" aria-label={label}>
      <CurvesKey lines={scene.lines} hovered={hovered} onHover={onHover} />
      <div
        ref={ref} className="chartarea" role="application" aria-roledescription="chart of curves" tabIndex={0} onKeyDown={keys}
        aria-label={`${label}: ${scene.lines.length.toLocaleString('en-US')} lines. Left and right move along a line, up and down change the line, plus and minus zoom, Escape shows all.`}
        onPointerMove={move} onPointerLeave={leave} onDoubleClick={() => zoom(undefined)}
      >
        {failed && <div className="p-3"><ProblemNote error="The charts could not be loaded. Is the server still running? Reload the page to try again." /></div>}
        <span className="xname clip">{xName}</span>
      </div>
      {scene.range && <span className="unzoom"><Button size="s" onPress={() => zoom(undefined)}>Show all</Button></span>}
      <p className="sr-only" aria-live="polite">{reading}</p>
      {pointer && near.length > 0 && box && <CurvesTip x={pointer.clientX} y={pointer.clientY} near={near} hovered={hovered} head={`${xName} ${valueWords(near[0]?.line.x[near[0].index] ?? box.x.back(pointer.left), scene.kind)}`} />}
      <PlotTable inset caption={label} head={['Line', 'Points', `First ${xName}`, `Last ${xName}`, 'Last', 'Least', 'Greatest']} rows={() => scene.lines.map((line) => rowOf(line, scene.kind))} />
    </figure>
  )
}

const none: readonly string[] = []

function rowOf({ name, x, y, low = y, high = y }: CurveLine, kind: AxisKind) {
  const last = nearestIndex(x, Infinity)
  return [
    name, x.length, valueWords(x[0] ?? Number.NaN, kind), valueWords(x[last] ?? Number.NaN, kind), y[last] ?? Number.NaN,
    low.reduce((least, value) => Math.min(least, value), Infinity), high.reduce((greatest, value) => Math.max(greatest, value), -Infinity),
  ]
}
