import type { Params } from '#kit/desk.ts'

type View = { readonly kind: string; readonly params: Params }

/** The view behind an address of MLflow's own page, which its clients print after a run: `/#/experiments/1/runs/ID`, without `#` in newer ones. */
export function fromMlflow({ pathname, search, hash }: { readonly pathname: string; readonly search: string; readonly hash: string }): View | undefined {
  const url = new URL(hash.startsWith('#/') ? hash.slice(1) : pathname + search, 'http://here')
  for (const [pattern, viewOf] of addresses) {
    const found = pattern.exec(url.pathname)
    if (found) return viewOf(found.slice(1).map((part) => decoded(part ?? '')), url.searchParams)
  }
  return undefined
}

const tabs: Readonly<Record<string, string>> = { artifacts: 'artifacts', 'model-metrics': 'metrics', 'system-metrics': 'metrics' }

const addresses: readonly (readonly [RegExp, (parts: readonly string[], query: URLSearchParams) => View])[] = [
  [/^\/experiments\/([^/]+)\/runs\/([^/]+)(?:\/([^/]+))?/, ([, run = '', tab = '']) => ({ kind: 'run', params: { run, ...(tabs[tab] ? { tab: tabs[tab] } : {}) } })],
  [/^\/experiments\/([^/]+)/, ([experiments = '']) => ({ kind: 'runsView', params: { experiments } })],
  [/^\/models\/([^/]+)\/versions?\/([^/]+)/, ([model = '', version = '']) => ({ kind: 'modelVersion', params: { model, version } })],
  [/^\/models\/([^/]+)/, ([model = '']) => ({ kind: 'model', params: { model } })],
  [/^\/compare-runs\/?$/, (_, query) => ({ kind: 'runsCompare', params: { runs: (query.get('runs') ?? '').replaceAll(/[[\]"\s]/g, '') } })],
]

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
