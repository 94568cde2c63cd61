import { useState } from 'react'
import type { KeyboardEvent, PointerEvent } from 'react'
import { numberWords } from '../axis-ticks.ts'
import type { AxisBrush, PlacedAxis } from './axes.ts'

/** An axis's name: dragged aside it moves the axis; focused, keys move and brush it. */
export function AxisHead({ place, x, row, width, brush, onMove, onDrop, onKey }: {
  readonly place: PlacedAxis
  readonly x: number
  readonly row: number
  readonly width: number
  readonly brush: AxisBrush | undefined
  readonly onMove: (by: 1 | -1) => void
  readonly onDrop: (left: number) => void
  readonly onKey: (key: string, shift: boolean) => boolean
}) {
  const [dragged, setDragged] = useState<{ readonly from: number; readonly by: number }>()
  const keys = (event: KeyboardEvent) => {
    const side = { ArrowLeft: -1, ArrowRight: 1 } as const
    const by = event.key === 'ArrowLeft' || event.key === 'ArrowRight' ? side[event.key] : undefined
    if (by !== undefined && event.shiftKey) onMove(by)
    else if (by !== undefined) neighbour(event.currentTarget, by)
    else if (!onKey(event.key, event.shiftKey)) return
    event.preventDefault()
    event.stopPropagation()
  }
  const down = (event: PointerEvent<HTMLElement>) => {
    event.stopPropagation()
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    setDragged({ from: event.clientX, by: 0 })
  }
  const up = () => {
    if (dragged && Math.abs(dragged.by) > 4) onDrop(x + dragged.by)
    setDragged(undefined)
  }
  return (
    <button
      type="button" className={dragged ? 'axishead dragged' : 'axishead'} style={{ left: x + (dragged?.by ?? 0), top: row * 15, maxWidth: width }} title={place.axis.label}
      aria-label={`${place.axis.label}, ${brushWords(brush)}`} aria-description="Up and down brush, with Shift they size the brush, M takes in what is missing, Escape takes the brush away; Shift with left or right moves the axis"
      onKeyDown={keys} onPointerDown={down} onPointerMove={(event) => { if (dragged) setDragged({ ...dragged, by: event.clientX - dragged.from }) }} onPointerUp={up} onPointerCancel={() => setDragged(undefined)}
    >
      <span className="clip">{place.axis.label}</span>
    </button>
  )
}

function neighbour(from: Element, by: 1 | -1): void {
  const heads = [...(from.parentElement?.querySelectorAll<HTMLElement>('.axishead') ?? [])]
  const here = heads.findIndex((head) => head === from)
  heads[here + by]?.focus()
}

function brushWords(brush: AxisBrush | undefined): string {
  if (!brush) return 'not brushed'
  const parts = [
    ...(brush.from !== undefined && brush.to !== undefined ? [`from ${numberWords(brush.from)} to ${numberWords(brush.to)}`] : []),
    ...(brush.values ?? []), ...(brush.missing ? ['missing'] : []),
  ]
  return `brushed: ${parts.join(', ')}`
}
