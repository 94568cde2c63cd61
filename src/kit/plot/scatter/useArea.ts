import { useState } from 'react'
import type { PointerEvent } from 'react'
import type { ScatterLayout } from './layout.ts'

/** A part of both axes, in values; one axis may be whole. */
export interface Area { readonly x?: readonly [number, number]; readonly y?: readonly [number, number] }

interface Box { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

/** A rectangle that is being dragged, or the one that is picked. */
export function useArea({ layout, area, onArea }: { readonly layout: ScatterLayout; readonly area: Area | undefined; readonly onArea: ((area: Area | undefined) => void) | undefined }) {
  const [drag, setDrag] = useState<{ readonly from: readonly [number, number]; readonly to: readonly [number, number] }>()
  const placeOf = (event: PointerEvent<HTMLElement>): readonly [number, number] => {
    const { left, top } = event.currentTarget.getBoundingClientRect()
    return [clamp(event.clientX - left, layout.left, layout.right), clamp(event.clientY - top, layout.top, layout.bottom)]
  }
  const pulled = drag && boxBetween(drag.from, drag.to)
  return {
    box: pulled ?? (area && boxOfArea(area, layout)),
    down: (event: PointerEvent<HTMLElement>) => {
      if (!onArea || event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      setDrag({ from: placeOf(event), to: placeOf(event) })
    },
    move: (event: PointerEvent<HTMLElement>): boolean => {
      if (!drag) return false
      setDrag({ ...drag, to: placeOf(event) })
      return true
    },
    up: () => {
      if (!drag || !pulled) return
      setDrag(undefined)
      if (pulled.width < 4 && pulled.height < 4) onArea?.(undefined)
      else onArea?.({ x: [layout.x.back(pulled.left), layout.x.back(pulled.left + pulled.width)], y: [layout.y.back(pulled.top + pulled.height), layout.y.back(pulled.top)] })
    },
    cancel: () => setDrag(undefined),
  }
}

function boxBetween([x0, y0]: readonly [number, number], [x1, y1]: readonly [number, number]): Box {
  return { left: Math.min(x0, x1), top: Math.min(y0, y1), width: Math.abs(x1 - x0), height: Math.abs(y1 - y0) }
}

function boxOfArea({ x, y }: Area, layout: ScatterLayout): Box {
  const [left, right] = x ? x.map((value) => clamp(layout.x.at(value), layout.left, layout.right)) : [layout.left, layout.right]
  const [bottom, top] = y ? y.map((value) => clamp(layout.y.at(value), layout.top, layout.bottom)) : [layout.bottom, layout.top]
  return boxBetween([left ?? 0, top ?? 0], [right ?? 0, bottom ?? 0])
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}
