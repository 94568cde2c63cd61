import './charts.css'
import { useState } from 'react'
import type { MouseEvent, PointerEvent } from 'react'
import type { AxisBrush, ParallelAxis, PlacedAxis } from './parallel/axes.ts'
import { brushSpan, layOut, lineNear, moved, passing } from './parallel/axes.ts'
import { AxisHead } from './parallel/AxisHead.tsx'
import { AxisLayer } from './parallel/AxisLayer.tsx'
import { brushByKey } from './parallel/brush-keys.ts'
import { useBrushing } from './parallel/useBrushing.ts'
import { cellWords, LineTip } from './parallel/LineTip.tsx'
import { ParallelCanvas } from './parallel/ParallelCanvas.tsx'
import { PlotTable } from './PlotTable.tsx'
import { useSize } from './useSize.ts'

export interface ParallelLine { readonly id: string; readonly name: string; readonly colour: string }

export interface ParallelProps {
  readonly label: string
  readonly lines: readonly ParallelLine[]
  readonly axes: readonly ParallelAxis[]
  readonly brushes: ReadonlyMap<string, AxisBrush>
  readonly theme: string
  readonly hovered: string | undefined
  readonly selected: readonly string[]
  readonly onHover: (id: string | undefined) => void
  readonly onBrush: (axis: string, brush: AxisBrush | undefined) => void
  readonly onOrder: (axes: readonly string[]) => void
  readonly onPick: (id: string, more: boolean) => void
  readonly onOpen: (id: string) => void
}

/** Parallel coordinates. A drag along an axis brushes it, its head moves it; the same by keys while the head has the focus. */
export function Parallel({ label, lines, axes, brushes, theme, hovered, selected, onHover, onBrush, onOrder, onPick, onOpen }: ParallelProps) {
  const { ref, size } = useSize<HTMLDivElement>()
  const [tip, setTip] = useState<readonly [number, number]>()
  const { room, xs, placed, headRows, headWidth } = layOut(axes, size)
  const brushing = useBrushing({ placed, xs, room, onBrush })
  const now = brushing.draft ? withBrush(brushes, brushing.draft.axis, brushing.draft.brush) : brushes
  const pass = passing(placed, now, lines.length)
  const passed = pass.reduce((sum, one) => sum + one, 0)
  const marked = [...selected, ...(hovered === undefined ? [] : [hovered])]
  const hit = (event: PointerEvent<HTMLDivElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect()
    const near = lineNear(placed, xs, pass, [event.clientX - left, event.clientY - top])
    return near && near.distance < 7 ? lines[near.line]?.id : undefined
  }
  const move = (event: PointerEvent<HTMLDivElement>) => {
    if (brushing.move(event)) return
    const id = hit(event)
    setTip(id === undefined ? undefined : [event.clientX, event.clientY])
    onHover(id)
  }
  const press = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0 || brushing.down(event)) return
    const id = hit(event)
    if (id !== undefined) onPick(id, event.shiftKey || event.ctrlKey || event.metaKey)
  }
  const open = (event: MouseEvent<HTMLDivElement>) => { if (hovered !== undefined && !brushing.near(event)) onOpen(hovered) }
  const ids = axes.map(({ id }) => id)
  const under = hovered === undefined ? -1 : lines.findIndex(({ id }) => id === hovered)
  return (
    <figure className="chart" aria-label={label}>
      <div
        ref={ref} className="chartarea parallel" onPointerDown={press} onPointerMove={move} onPointerUp={brushing.up} onPointerCancel={brushing.cancel}
        onPointerLeave={() => { setTip(undefined); onHover(undefined) }} onDoubleClick={open}
        style={{ cursor: brushing.cursor }} role="group"
        aria-label={`${label}: ${passed.toLocaleString('en-US')} of ${lines.length.toLocaleString('en-US')} runs pass the brushes`}
      >
        <ParallelCanvas lines={lines} placed={placed} xs={xs} pass={pass} passed={passed} size={size} theme={theme} marked={marked} />
        {size.width > 0 && <AxisLayer placed={placed} xs={xs} room={room} size={size} spans={placed.map((axis) => spanOf(axis, now, room))} />}
        {placed.map((axis, i) => (
          <AxisHead
            key={axis.axis.id} place={axis} x={xs[i] ?? 0} row={headRows === 2 ? i % 2 : 0} width={headWidth} brush={now.get(axis.axis.id)}
            onMove={(by) => onOrder(moved(ids, axis.axis.id, i + by))} onDrop={(left) => onOrder(moved(ids, axis.axis.id, nearestOf(xs, left)))}
            onKey={(key, shift) => brushByKey({ place: axis, room, brush: brushes.get(axis.axis.id), key, shift, onBrush: (brush) => onBrush(axis.axis.id, brush) })}
          />
        ))}
      </div>
      {tip && <LineTip at={tip} lines={lines} line={under} axes={axes} />}
      <PlotTable inset caption={label} head={['Run', ...axes.map((axis) => axis.label)]} rows={() => tableRows(lines, axes, pass)} />
    </figure>
  )
}

function tableRows(lines: readonly ParallelLine[], axes: readonly ParallelAxis[], pass: Uint8Array) {
  return lines.flatMap((line, i) => (pass[i] ? [[line.name, ...axes.map((axis) => cellWords(axis.values[i] ?? null))]] : [])).slice(0, 500)
}

function withBrush(brushes: ReadonlyMap<string, AxisBrush>, axis: string, brush: AxisBrush | undefined): ReadonlyMap<string, AxisBrush> {
  const next = new Map(brushes)
  if (brush) next.set(axis, brush)
  else next.delete(axis)
  return next
}

function spanOf(axis: PlacedAxis, brushes: ReadonlyMap<string, AxisBrush>, room: { readonly top: number; readonly bottom: number; readonly missing: number }) {
  const brush = brushes.get(axis.axis.id)
  return brush && brushSpan(axis, brush, room)
}

function nearestOf(xs: readonly number[], left: number): number {
  return xs.reduce((best, x, i) => (Math.abs(x - left) < Math.abs((xs[best] ?? 0) - left) ? i : best), 0)
}
