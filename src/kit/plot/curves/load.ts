import type { openCurves } from './engine.ts'

let loading: Promise<typeof openCurves> | undefined

/** uPlot is fetched when the first curves are shown. */
export function loadCurves(): Promise<typeof openCurves> {
  loading ??= import('./engine.ts').then((module) => module.openCurves)
  loading.catch(() => { loading = undefined })
  return loading
}
