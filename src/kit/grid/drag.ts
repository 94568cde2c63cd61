export interface Drag {
  readonly move: (event: PointerEvent) => void
  /** `kept` is false when the gesture was broken off. */
  readonly end: (event: PointerEvent, kept: boolean) => void
}

/** Follows the pointer over the whole window until it is let go; Escape breaks off. */
export function drag({ move, end }: Drag): void {
  const following = new AbortController()
  const { signal } = following
  let last = new PointerEvent('pointermove')
  const finish = (event: PointerEvent, kept: boolean) => {
    following.abort()
    end(event, kept)
  }
  addEventListener('pointermove', (event) => {
    last = event
    move(event)
  }, { signal })
  addEventListener('pointerup', (event) => finish(event, true), { signal })
  addEventListener('pointercancel', (event) => finish(event, false), { signal })
  addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    finish(last, false)
  }, { signal, capture: true })
}
