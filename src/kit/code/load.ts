import type * as monaco from './monaco.ts'

export type Monaco = typeof monaco

let loading: Promise<Monaco> | undefined

/** The code editor is four megabytes: it is fetched when the first code is shown. */
export function loadMonaco(): Promise<Monaco> {
  loading ??= import('./monaco.ts')
  loading.catch(() => { loading = undefined })
  return loading
}
