import { useRef, useState } from 'react'
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react'
import { usualSplit } from '../../domain/view.ts'

const least = 0.12

/** Two parts with a line between them; at either end one part is away. */
export function Split({ share, onShare, first, second }: { readonly share: number; readonly onShare: (share: number) => void; readonly first: ReactNode; readonly second: ReactNode }) {
  const [draft, setDraft] = useState<number>()
  const root = useRef<HTMLDivElement>(null)
  const at = draft ?? share
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const { currentTarget: line, pointerId } = event
    const box = root.current?.getBoundingClientRect()
    if (!box || event.button !== 0) return
    let last = share
    line.setPointerCapture(pointerId)
    const move = (moved: globalThis.PointerEvent) => {
      last = settled((moved.clientX - box.left) / box.width)
      setDraft(last)
    }
    line.addEventListener('pointermove', move)
    line.addEventListener('lostpointercapture', () => {
      line.removeEventListener('pointermove', move)
      setDraft(undefined)
      onShare(last)
    }, { once: true })
  }
  const press = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -0.03, ArrowRight: 0.03 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    onShare(settled(at + by))
  }
  return (
    <div ref={root} className="rn-split">
      {at > 0 && <div className="rn-part" style={at < 1 ? { width: `${at * 100}%` } : { flex: 1 }}>{first}</div>}
      {at > 0 && at < 1 && <div className="rn-line" role="separator" aria-orientation="vertical" aria-label="Width of the table" aria-valuenow={Math.round(at * 100)} aria-valuemin={0} aria-valuemax={100} tabIndex={0} onPointerDown={drag} onKeyDown={press} onDoubleClick={() => onShare(usualSplit)} />}
      {at < 1 && <div className="rn-part rest">{second}</div>}
    </div>
  )
}

function settled(share: number): number {
  if (share < least) return 0
  return share > 1 - least ? 1 : Math.round(share * 1000) / 1000
}
