import { plural } from '#lib/words.ts'
import './plot.css'
import { useState } from 'react'
import type { KeyboardEvent, PointerEvent } from 'react'

export interface MiniBin { readonly count: number; readonly label: string }

/**
 * A column's distribution in its head. Dragging over bars, or Shift with the arrows and Enter, picks a range;
 * Escape or a click on a bare place lets it go.
 */
export function MiniHistogram({ label, bins, covered, onBrush }: {
  readonly label: string
  readonly bins: readonly MiniBin[]
  readonly covered: readonly [number, number] | undefined
  readonly onBrush: (range: readonly [number, number] | undefined) => void
}) {
  const [drag, setDrag] = useState<readonly [number, number]>()
  const [cursor, setCursor] = useState(0)
  const [anchor, setAnchor] = useState<number>()
  const most = Math.max(1, ...bins.map(({ count }) => count))
  const at = Math.min(cursor, bins.length - 1)
  const keyed: readonly [number, number] | undefined = anchor === undefined ? undefined : [Math.min(anchor, at), Math.max(anchor, at)]
  const shown = drag ?? keyed ?? covered
  const indexAt = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    return Math.max(0, Math.min(bins.length - 1, Math.floor(((event.clientX - box.left) / box.width) * bins.length)))
  }
  const down = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    event.stopPropagation()
    event.currentTarget.setPointerCapture(event.pointerId)
    setAnchor(undefined)
    setDrag([indexAt(event), indexAt(event)])
  }
  const up = () => {
    if (!drag) return
    const range = sorted(drag)
    const again = covered !== undefined && range[0] === range[1] && covered[0] === range[0] && covered[1] === range[1]
    onBrush(again ? undefined : range)
    setDrag(undefined)
  }
  const keys = (event: KeyboardEvent) => {
    if (!handled.has(event.key)) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') { setAnchor(undefined); onBrush(undefined); return }
    if (event.key === 'Enter' || event.key === ' ') { onBrush(keyed ?? [at, at]); setAnchor(undefined); return }
    const next = event.key === 'Home' ? 0 : event.key === 'End' ? bins.length - 1 : at + (event.key === 'ArrowRight' ? 1 : -1)
    setAnchor(event.shiftKey ? (anchor ?? at) : undefined)
    setCursor(Math.max(0, Math.min(bins.length - 1, next)))
  }
  const words = bins[at] ? `${bins[at].label}: ${plural(bins[at].count, 'row')}` : ''
  return (
    <div
      className="minihist" role="slider" tabIndex={0} aria-label={label} title={hintOf(bins, drag)}
      aria-valuemin={0} aria-valuemax={Math.max(0, bins.length - 1)} aria-valuenow={at} aria-valuetext={words}
      onPointerDown={down} onPointerMove={(event) => { if (drag) setDrag([drag[0], indexAt(event)]) }} onPointerUp={up} onPointerCancel={() => setDrag(undefined)}
      onKeyDown={keys} onClick={(event) => event.stopPropagation()}
    >
      {bins.map(({ count }, i) => (
        <i key={i} className={classOf(i, shown, at)} style={{ height: count === 0 ? 0 : `max(1px, ${(count / most) * 100}%)` }} />
      ))}
    </div>
  )
}

const handled = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End', 'Enter', ' ', 'Escape'])

function sorted([a, b]: readonly [number, number]): readonly [number, number] {
  return [Math.min(a, b), Math.max(a, b)]
}

function classOf(bin: number, range: readonly [number, number] | undefined, cursor: number): string {
  const [low, high] = range ? sorted(range) : [0, Infinity]
  return `${bin < low || bin > high ? 'off' : ''} ${bin === cursor ? 'at' : ''}`
}

function hintOf(bins: readonly MiniBin[], drag: readonly [number, number] | undefined): string {
  if (!drag) return 'Drag to filter'
  const [low, high] = sorted(drag)
  return `${bins[low]?.label ?? ''} … ${bins[high]?.label ?? ''}`
}
