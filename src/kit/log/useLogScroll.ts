import { useLayoutEffect, useRef, useState } from 'react'
import type { PointerEvent, RefObject } from 'react'
import { endOf, movedTo, spacerOf, thumbAt, vyCentring, windowAt, within } from '../grid/scroll.ts'

export const lineHeight = 18

/** The place in a log of any length. While it follows it stands at the end; scrolling up lets go, reaching the end takes hold again. */
export function useLogScroll(ref: RefObject<HTMLDivElement | null>, { rows, view, follow, onFollow }: { readonly rows: number; readonly view: number; readonly follow: boolean; readonly onFollow: (follow: boolean) => void }) {
  const [place, setPlace] = useState(0)
  const thumb = useRef(0)
  const dragging = useRef(false)
  const extent = { rows, rowHeight: lineHeight, view }
  const end = endOf(extent)
  const vy = follow ? end : within(extent, place)

  const stand = (next: number) => {
    setPlace(next)
    const element = ref.current
    if (!element) return
    element.scrollTop = thumbAt(extent, next)
    thumb.current = element.scrollTop
  }

  const bottom = rows * lineHeight - view
  useLayoutEffect(() => {
    const element = ref.current
    if (!follow || !element) return
    element.scrollTop = Math.max(bottom, element.scrollHeight)
    thumb.current = element.scrollTop
  }, [ref, thumb, follow, bottom])

  const scrolled = () => {
    const element = ref.current
    if (!element || Math.abs(element.scrollTop - thumb.current) < 1) return
    const [from, to] = [thumb.current, element.scrollTop]
    thumb.current = to
    const atEnd = to >= element.scrollHeight - element.clientHeight - 1
    const next = atEnd ? end : movedTo(extent, { vy, from, to, dragging: dragging.current })
    setPlace(next)
    onFollow(atEnd)
    const wanted = thumbAt(extent, next)
    if (!dragging.current && Math.abs(wanted - to) > 1) {
      element.scrollTop = wanted
      thumb.current = element.scrollTop
    }
  }

  return {
    vy, spacer: Math.max(spacerOf(extent), view), atEnd: vy >= end, ...windowAt(extent, vy), scrolled,
    show: (line: number) => { onFollow(false); stand(vyCentring(extent, line)) },
    pressed: (event: PointerEvent) => { dragging.current = event.target === event.currentTarget },
    released: () => { dragging.current = false },
  }
}
