import { boardColumns } from '../../domain/board.ts'
import type { Place } from '../../domain/board.ts'

export const rowHeight = 29
export const gap = 12

type Part = Partial<Omit<Place, 'id'>>
interface Given { readonly kind: 'move' | 'size'; readonly place: Place; readonly boardWidth: number; readonly onDraft: (part: Part) => void; readonly onDone: (part: Part | undefined) => void }
interface Pressed { readonly pointerId: number; readonly clientX: number; readonly clientY: number; readonly currentTarget: Element }

/** Follows the pointer until it is let go; Escape gives up. The part of the place that it means is told as it changes. */
export function follow({ pointerId, clientX, clientY, currentTarget }: Pressed, { kind, place, boardWidth, onDraft, onDone }: Given): void {
  const step = (boardWidth + gap) / boardColumns
  const listening = new AbortController()
  const scroller = currentTarget.closest('.rn-board')
  const from = scroller?.scrollTop ?? 0
  let last: Part | undefined
  const partAt = (x: number, y: number): Part => {
    const by = { x: Math.round((x - clientX) / step), y: Math.round((y - clientY + (scroller?.scrollTop ?? 0) - from) / (rowHeight + gap)) }
    return kind === 'move' ? { x: Math.max(0, place.x + by.x), y: Math.max(0, place.y + by.y) } : { w: place.w + by.x, h: place.h + by.y }
  }
  const end = (part: Part | undefined) => {
    listening.abort()
    onDone(part)
  }
  const { signal } = listening
  currentTarget.setPointerCapture(pointerId)
  currentTarget.addEventListener('pointermove', (event) => {
    if (!(event instanceof PointerEvent)) return
    const next = partAt(event.clientX, event.clientY)
    if (JSON.stringify(next) === JSON.stringify(last)) return
    last = next
    onDraft(next)
  }, { signal })
  currentTarget.addEventListener('pointerup', () => end(last), { signal })
  currentTarget.addEventListener('pointercancel', () => end(undefined), { signal })
  window.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    end(undefined)
  }, { signal, capture: true })
}
