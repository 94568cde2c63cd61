import { useState } from 'react'
import type { MouseEvent, PointerEvent } from 'react'
import type { AxisBrush, PlacedAxis, Room } from './axes.ts'

interface Drag { readonly index: number; readonly from: number; readonly to: number }

interface Brushing { readonly placed: readonly PlacedAxis[]; readonly xs: readonly number[]; readonly room: Room; readonly onBrush: (axis: string, brush: AxisBrush | undefined) => void }

/** A drag along an axis: what it would let through while it lasts; a press without a drag takes the brush away. */
export function useBrushing({ placed, xs, room, onBrush }: Brushing) {
  const [drag, setDrag] = useState<Drag>()
  const [over, setOver] = useState(false)
  const placeOf = (event: MouseEvent<HTMLElement>): readonly [number, number] => {
    const { left, top } = event.currentTarget.getBoundingClientRect()
    return [event.clientX - left, event.clientY - top]
  }
  const indexAt = (event: MouseEvent<HTMLElement>) => {
    const [left, top] = placeOf(event)
    return top < room.top - 8 ? -1 : xs.findIndex((x) => Math.abs(x - left) <= 9)
  }
  const brushOf = ({ index, from, to }: Drag) => placed[index]?.brushOf(Math.min(from, to), Math.max(from, to))
  const draft = drag && Math.abs(drag.to - drag.from) >= 4 ? { axis: placed[drag.index]?.axis.id ?? '', brush: brushOf(drag) } : undefined
  return {
    draft,
    cursor: drag || over ? 'ns-resize' : 'default',
    near: (event: MouseEvent<HTMLElement>) => indexAt(event) >= 0,
    down: (event: PointerEvent<HTMLElement>): boolean => {
      const index = indexAt(event)
      if (index < 0) return false
      event.currentTarget.setPointerCapture(event.pointerId)
      const [, top] = placeOf(event)
      setDrag({ index, from: top, to: top })
      return true
    },
    move: (event: PointerEvent<HTMLElement>): boolean => {
      setOver(indexAt(event) >= 0)
      if (!drag) return false
      setDrag({ ...drag, to: placeOf(event)[1] })
      return true
    },
    up: () => {
      if (!drag) return
      const axis = placed[drag.index]?.axis.id
      if (axis !== undefined) onBrush(axis, draft ? draft.brush : undefined)
      setDrag(undefined)
    },
    cancel: () => setDrag(undefined),
  }
}
