import type { Size } from '../useSize.ts'
import type { PlacedAxis, Room } from './axes.ts'
import { tickHeight } from './axes.ts'

/** The axes themselves with ticks, brushes and the tick of what is missing. */
export function AxisLayer({ placed, xs, room, size, spans }: { readonly placed: readonly PlacedAxis[]; readonly xs: readonly number[]; readonly room: Room; readonly size: Size; readonly spans: readonly (readonly [number, number] | undefined)[] }) {
  const gap = (xs[1] ?? size.width) - (xs[0] ?? 0)
  const letters = Math.max(3, Math.floor((gap - 12) / 6.2))
  return (
    <svg className="axislayer" width={size.width} height={size.height} aria-hidden="true">
      {placed.map((place, i) => {
        const x = xs[i] ?? 0
        const last = i === placed.length - 1 && placed.length > 1
        const span = spans[i]
        return (
          <g key={place.axis.id}>
            <line className="axisline" x1={x} x2={x} y1={room.top} y2={room.bottom} />
            {placed.some(({ missing }) => missing > 0) && <line className="axisline" x1={x - 4} x2={x + 4} y1={room.missing} y2={room.missing} />}
            {place.ticks.map((tick) => (
              <text key={tick.at} className="haloed" x={last ? x - 5 : x + 5} y={tickHeight(place, tick) + 3.5} textAnchor={last ? 'end' : 'start'}>{place.axis.kind === 'text' ? clipped(tick.words, letters) : tick.words}</text>
            ))}
            {place.missing > 0 && <text className="haloed" x={x} y={room.missing + 13} textAnchor="middle">{gap > 62 ? 'missing' : '∅'}</text>}
            {span && <rect className="axisbrush" x={x - 6} width={12} y={span[0]} height={Math.max(4, span[1] - span[0])} rx={3} />}
          </g>
        )
      })}
    </svg>
  )
}

function clipped(words: string, letters: number): string {
  return words.length > letters ? `${words.slice(0, Math.max(1, letters - 1))}…` : words
}
