import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { KeyboardEvent, PointerEvent } from 'react'

interface Size { readonly width: number; readonly height: number }

/** The picture: fitted, or at a scale to pan by dragging, wheel and arrows; the wheel with Ctrl zooms at the pointer. */
export function ImageStage({ address, name, scale, onZoom, onShown, onSize, onFail }: {
  readonly address: string
  readonly name: string
  readonly scale: number | undefined
  readonly onZoom: (scale: number | undefined) => void
  /** The scale that fitting came to. */
  readonly onShown: (scale: number) => void
  readonly onSize: (size: Size) => void
  readonly onFail: () => void
}) {
  const stage = useRef<HTMLDivElement>(null)
  const [natural, setNatural] = useState<Size>()
  const [room, setRoom] = useState<Size>()
  const [drag, setDrag] = useState<{ readonly x: number; readonly y: number }>()
  const fitted = natural && room ? Math.min(1, (room.width - 32) / natural.width, (room.height - 32) / natural.height) : 1
  const shown = scale ?? Math.max(0.02, fitted)
  const tell = useEffectEvent(onShown)
  useEffect(() => tell(shown), [shown])
  useEffect(() => {
    const element = stage.current
    if (!element) return undefined
    const watch = new ResizeObserver(() => setRoom({ width: element.clientWidth, height: element.clientHeight }))
    watch.observe(element)
    return () => watch.disconnect()
  }, [])

  const turn = useEffectEvent((event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    onZoom(shown * Math.exp(-event.deltaY / 300))
  })
  useEffect(() => {
    const element = stage.current
    const hear = (event: WheelEvent) => turn(event)
    element?.addEventListener('wheel', hear, { passive: false })
    return () => element?.removeEventListener('wheel', hear)
  }, [])

  const press = (event: KeyboardEvent) => {
    if (event.key === '+' || event.key === '=') onZoom(shown * 1.25)
    else if (event.key === '-') onZoom(shown / 1.25)
    else if (event.key === '0') onZoom(undefined)
    else if (event.key === '1') onZoom(1)
    else return
    event.preventDefault()
  }
  const move = (event: PointerEvent<HTMLDivElement>) => {
    if (!drag) return
    event.currentTarget.scrollBy(drag.x - event.clientX, drag.y - event.clientY)
    setDrag({ x: event.clientX, y: event.clientY })
  }
  const begin = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    setDrag({ x: event.clientX, y: event.clientY })
  }
  const size = natural ? { width: natural.width * shown, height: natural.height * shown } : {}
  return (
    <div ref={stage} tabIndex={0} role="group" aria-label={`${name}: plus and minus zoom, 0 fits, 1 is full size, arrows pan`} className={`min-h-0 flex-1 overflow-auto bg-sunken ${drag ? 'cursor-grabbing' : 'cursor-grab'}`} onKeyDown={press} onPointerDown={begin} onPointerMove={move} onPointerUp={() => setDrag(undefined)} onPointerCancel={() => setDrag(undefined)}>
      <div className="grid min-h-full min-w-full w-max place-content-center p-4">
        <img
          key={address} src={address} alt={name} draggable={false} style={size} className={`max-w-none bg-surface shadow-[0_0_0_1px_var(--line)] ${natural ? '' : 'opacity-0'} ${shown >= 4 ? '[image-rendering:pixelated]' : ''}`}
          onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => { const found = { width: naturalWidth || 300, height: naturalHeight || 150 }; setNatural(found); onSize(found) }} onError={onFail}
        />
      </div>
    </div>
  )
}
