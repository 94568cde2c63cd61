import { useEffect, useRef, useState } from 'react'

/** Whether an element is in sight or close to it; what was never near is not drawn at all. */
export function useNear<E extends Element>() {
  const ref = useRef<E>(null)
  const [near, setNear] = useState(false)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const watch = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), { rootMargin: '200px' })
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  return { ref, near }
}
