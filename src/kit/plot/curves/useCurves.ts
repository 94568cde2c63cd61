import type { RefObject } from 'react'
import { useEffect, useRef, useState } from 'react'
import type { Size } from '../useSize.ts'
import type { CurveScene } from './curve-line.ts'
import type { CurvesEngine } from './engine.ts'
import { loadCurves } from './load.ts'

export interface CurvesUse { readonly scene: CurveScene; readonly size: Size; readonly theme: string; readonly ids: readonly string[]; readonly x: number | undefined; readonly onZoom: (range: readonly [number, number]) => void }

/** The engine of a chart of curves in `host`, kept up with what is shown and marked. */
export function useCurves(host: RefObject<HTMLDivElement | null>, { scene, size, theme, ids, x, onZoom }: CurvesUse) {
  const [engine, setEngine] = useState<CurvesEngine>()
  const [failed, setFailed] = useState(false)
  const zoom = useRef(onZoom)
  useEffect(() => { zoom.current = onZoom })
  useEffect(() => {
    let open: CurvesEngine | undefined
    let gone = false
    loadCurves().then((openCurves) => {
      if (gone || !host.current) return
      open = openCurves(host.current, (range) => zoom.current(range))
      setEngine(open)
    }, () => setFailed(true))
    return () => {
      gone = true
      open?.close()
    }
  }, [host])
  useEffect(() => {
    if (engine && size.width > 40 && size.height > 40) engine.show(scene, size, theme)
  }, [engine, scene, size, theme])
  useEffect(() => { engine?.mark({ ids, x }) }, [engine, ids, x])
  return { engine, failed }
}
