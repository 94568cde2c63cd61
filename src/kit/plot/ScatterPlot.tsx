import './charts.css'
import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent, MouseEvent, PointerEvent } from 'react'
import { valueWords } from './axis-ticks.ts'
import { PlotTable } from './PlotTable.tsx'
import { PlotTip } from './PlotTip.tsx'
import { drawScatter, drawScatterOver } from './scatter/draw.ts'
import type { Mark, ScatterAxis } from './scatter/layout.ts'
import { layScatter, markNear, markTowards } from './scatter/layout.ts'
import { useArea } from './scatter/useArea.ts'
import type { Area } from './scatter/useArea.ts'
import { useSize } from './useSize.ts'

export interface ScatterPlotProps {
  readonly label: string
  readonly marks: readonly Mark[]
  readonly x: ScatterAxis
  readonly y: ScatterAxis
  readonly theme: string
  /** Marks that a dashed line joins, in its order. */
  readonly front?: readonly Mark[]
  readonly hovered?: string | undefined
  readonly selected?: readonly string[]
  readonly onHover?: (id: string | undefined) => void
  readonly onPick?: (id: string, more: boolean) => void
  readonly onOpen?: (id: string) => void
  readonly area?: Area
  /** A drag picks an area; a press on a bare place lets it go. */
  readonly onArea?: (area: Area | undefined) => void
}

/** Marks on a canvas. Arrow keys walk from mark to mark, Enter opens, Space picks, Escape lets the area go. */
export function ScatterPlot({ label, marks, x, y, theme, front = nobody, hovered, selected = nothing, onHover, onPick, onOpen, area, onArea }: ScatterPlotProps) {
  const { ref, size } = useSize<HTMLDivElement>()
  const below = useRef<HTMLCanvasElement>(null)
  const above = useRef<HTMLCanvasElement>(null)
  const [own, setOwn] = useState<string>()
  const [tip, setTip] = useState<readonly [number, number]>()
  const layout = layScatter(marks, { x, y }, size)
  const shown = hovered ?? own
  const standing = marks.filter(({ id }) => id === shown || selected.includes(id))
  const under = marks.find(({ id }) => id === shown)
  useEffect(() => drawScatter({ canvas: below.current, size, theme, layout, marks }), [size, theme, layout, marks])
  useEffect(() => drawScatterOver({ canvas: above.current, size, theme, layout, marks: standing }, front), [size, theme, layout, standing, front])
  const hover = (id: string | undefined) => { setOwn(id); onHover?.(id) }
  const dragged = useArea({ layout, area, onArea })
  const hit = (event: MouseEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    return markNear(marks, layout, [event.clientX - box.left, event.clientY - box.top], 12)
  }
  const move = (event: PointerEvent<HTMLElement>) => {
    if (dragged.move(event)) return
    const mark = hit(event)
    setTip(mark && [event.clientX, event.clientY])
    if (mark?.id !== shown) hover(mark?.id)
  }
  const down = (event: PointerEvent<HTMLElement>) => {
    const mark = hit(event)
    if (mark && event.button === 0) onPick?.(mark.id, event.shiftKey || event.ctrlKey || event.metaKey)
    else dragged.down(event)
  }
  const acts: Readonly<Record<string, () => void>> = {
    ...(under ? { 'Enter': () => onOpen?.(under.id), ' ': () => onPick?.(under.id, true) } : {}),
    ...(area ? { Escape: () => onArea?.(undefined) } : {}),
  }
  const keys = (event: KeyboardEvent) => {
    const way = arrows[event.key]
    const act = way ? () => hover(under ? markTowards(marks, layout, under, way).id : marks[0]?.id) : acts[event.key]
    if (!act) return
    act()
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <figure className="chart" aria-label={label}>
      <div
        ref={ref} className="chartarea scatter" role="application" aria-roledescription="scatter plot" tabIndex={0} onKeyDown={keys}
        aria-label={`${label}: ${marks.length.toLocaleString('en-US')} points of ${y.name} over ${x.name}. Arrow keys walk from point to point.`}
        onPointerDown={down} onPointerMove={move} onPointerUp={dragged.up} onPointerCancel={dragged.cancel}
        onPointerLeave={() => { setTip(undefined); hover(undefined) }} onDoubleClick={(event) => { const mark = hit(event); if (mark) onOpen?.(mark.id) }}
      >
        <canvas ref={below} /><canvas ref={above} />
        {dragged.box && <i className="areabox" style={dragged.box} />}
        <span className="xname clip" style={{ bottom: 2 }}>{x.name} →</span>
        <span className="yname clip" style={{ left: layout.left + 2 }}>{y.name}</span>
      </div>
      <p className="sr-only" aria-live="polite">{under && !tip ? `${under.name}: ${wordsOf(under, x, y)}` : ''}</p>
      {tip && under && <PlotTip x={tip[0]} y={tip[1]}><div className="tiprow on"><i className="swatch" style={{ background: under.colour }} /><span>{under.name}</span></div><div className="more">{wordsOf(under, x, y)}</div></PlotTip>}
      <PlotTable inset caption={label} head={['Run', x.name, y.name]} rows={() => marks.slice(0, 1000).map((mark) => [mark.name, wordOf(mark.x, x), wordOf(mark.y, y)])} />
    </figure>
  )
}

const nobody: readonly Mark[] = []
const nothing: readonly string[] = []
const arrows: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

function wordsOf(mark: Mark, x: ScatterAxis, y: ScatterAxis): string {
  return `${x.name} ${wordOf(mark.x, x)} · ${y.name} ${wordOf(mark.y, y)}`
}

function wordOf(value: number, { texts, kind = 'number' }: ScatterAxis): string {
  return texts ? (texts[Math.round(value)] ?? '') : valueWords(value, kind)
}
