import { useEffect, useRef, useState } from 'react'

export interface Size { readonly width: number; readonly height: number }

/** The inner size of an element, followed as it changes. */
export function useSize<E extends Element>() {
  const ref = useRef<E>(null)
  const [size, setSize] = useState<Size>({ width: 0, height: 0 })
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const watch = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: Math.round(entry.contentRect.width), height: Math.round(entry.contentRect.height) })
    })
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  return { ref, size }
}
