import { useEffect, useRef, useState } from 'react'
import type { ComparedLine } from '../../domain/compared.ts'
import { CompareLine } from './CompareLine.tsx'

const lineHeight = 29

/** Some lines of the comparison, drawn while they are in sight or close to it; until then their room is kept. */
export function LineBlock({ lines, numeric, base, width }: { readonly lines: readonly ComparedLine[]; readonly numeric: boolean; readonly base: number; readonly width: number }) {
  const ref = useRef<HTMLTableSectionElement>(null)
  const [near, setNear] = useState(false)
  const [height, setHeight] = useState<number>()
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const watch = new IntersectionObserver(([entry]) => {
      if (!entry) return
      if (!entry.isIntersecting && entry.boundingClientRect.height > 0) setHeight(entry.boundingClientRect.height)
      setNear(entry.isIntersecting)
    }, { root: element.closest('[data-scroll]'), rootMargin: '600px' })
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  return (
    <tbody ref={ref}>
      {near
        ? lines.map((line) => <CompareLine key={line.key} line={line} numeric={numeric} base={base} />)
        : <tr aria-hidden><td colSpan={width} className="p-0" style={{ height: height ?? lines.length * lineHeight }} /></tr>}
    </tbody>
  )
}
