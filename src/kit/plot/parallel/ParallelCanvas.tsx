import { useEffect, useRef } from 'react'
import type { ParallelLine } from '../Parallel.tsx'
import type { Size } from '../useSize.ts'
import type { PlacedAxis } from './axes.ts'
import { paintLines, paintMarked } from './paint.ts'

interface ParallelCanvasProps { readonly lines: readonly ParallelLine[]; readonly placed: readonly PlacedAxis[]; readonly xs: readonly number[]; readonly pass: Uint8Array; readonly passed: number; readonly size: Size; readonly theme: string; readonly marked: readonly string[] }

/** Three canvases: every line in grey, shown where some are brushed out; those that pass in their colours; the marked ones above. The grey ones wait until nothing else is painted, so that a brush finds them there. */
export function ParallelCanvas({ lines, placed, xs, pass, passed, size, theme, marked }: ParallelCanvasProps) {
  const context = useRef<HTMLCanvasElement>(null)
  const active = useRef<HTMLCanvasElement>(null)
  const overlay = useRef<HTMLCanvasElement>(null)
  const some = passed < lines.length
  useEffect(() => {
    return paintLines({ canvas: context.current, theme, size, placed, xs, lines: lines.map((_, i) => i), colourOf: () => 'var(--line)', alpha: 0.9, width: 1, patient: true })
  }, [lines, placed, xs, size, theme])
  useEffect(() => {
    const shown = lines.flatMap((_, i) => (pass[i] ? [i] : []))
    return paintLines({ canvas: active.current, theme, size, placed, xs, lines: shown, colourOf: (line) => lines[line]?.colour ?? 'var(--c1)', alpha: Math.max(0.05, Math.min(0.85, 160 / shown.length)), width: shown.length > 300 ? 1 : 1.4 })
  }, [lines, placed, xs, size, theme, pass])
  useEffect(() => {
    paintMarked({ canvas: overlay.current, theme, size, placed, xs, lines: lines.flatMap(({ id }, i) => (marked.includes(id) ? [i] : [])), colourOf: (line) => lines[line]?.colour ?? 'var(--c1)', alpha: 1, width: 2.5 })
  }, [lines, placed, xs, size, theme, marked])
  return <><canvas ref={context} style={{ visibility: some ? 'visible' : 'hidden' }} /><canvas ref={active} /><canvas ref={overlay} /></>
}
