import type { AxisBrush, PlacedAxis, Room } from './axes.ts'
import { brushSpan } from './axes.ts'

interface Keyed { readonly place: PlacedAxis; readonly room: Room; readonly brush: AxisBrush | undefined; readonly key: string; readonly shift: boolean; readonly onBrush: (brush: AxisBrush | undefined) => void }

/** Up and down move the brush of an axis (the upper fifth at first), with Shift they grow and shrink it, M takes in what is missing, Escape takes it away. Says whether the key meant something. */
export function brushByKey({ place, room, brush, key, shift, onBrush }: Keyed): boolean {
  const tall = room.bottom - room.top
  if (key === 'Escape' || key === 'Delete') {
    if (!brush) return false
    onBrush(undefined)
    return true
  }
  if (key === 'm' || key === 'M') {
    onBrush(brush?.missing ? withoutMissing(brush) : { ...(brush ?? { values: [] }), missing: true })
    return true
  }
  const by = { ArrowUp: -1, ArrowDown: 1 }[key]
  if (by === undefined) return false
  const step = Math.max(tall / 20, stepOf(place, tall))
  if (!brush) onBrush(place.brushOf(room.top, room.top + Math.max(tall / 5, step / 2)))
  else onBrush(place.brushOf(...next(inner(brushSpan(place, brush, room), place), by * step, shift, room)) ?? brush)
  return true
}

function inner([top, bottom]: readonly [number, number], { axis }: PlacedAxis): readonly [number, number] {
  return axis.kind === 'text' ? [top + 8, bottom - 8] : [top, bottom]
}

function next([top, bottom]: readonly [number, number], by: number, grow: boolean, room: Room): [number, number] {
  if (grow) return [top, Math.max(top + 4, Math.min(room.missing, bottom + by))]
  const shift = Math.max(room.top - top, Math.min(room.missing + 6 - bottom, by))
  return [top + shift, bottom + shift]
}

function stepOf({ axis, ticks, at }: PlacedAxis, tall: number): number {
  if (axis.kind !== 'text' || ticks.length < 2) return tall / 20
  return Math.abs(at(ticks[1]?.words ?? '') - at(ticks[0]?.words ?? ''))
}

function withoutMissing({ missing: _, ...brush }: AxisBrush): AxisBrush | undefined {
  return brush.values?.length === 0 ? undefined : brush
}
