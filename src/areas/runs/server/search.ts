import { Problem } from '#wire/problem.ts'
import type { Experiment, StageView } from '../domain/experiment.ts'
import type { Book, RunRow } from './book.ts'
import type { Hydrate } from './hydrate.ts'
import { offsetOf, tokenOf } from './tokens.ts'
import type { FullRun, Page } from './types.ts'

export interface RunSearch {
  readonly experiments: readonly string[]
  /** MLflow's grammar; anything else is refused in MLflow's words. */
  readonly filter?: string | undefined
  readonly view: StageView
  /** MLflow's order_by texts. */
  readonly order?: readonly string[]
  readonly max: number
  readonly token?: string | undefined
}
export interface ExperimentSearch { readonly filter?: string | undefined; readonly view: StageView; readonly order?: readonly string[]; readonly max: number; readonly token?: string | undefined }

/** MLflow's searches. */
export function openSearch({ book, hydrate }: { readonly book: Book; readonly hydrate: Hydrate }) {
  function searchRuns({ experiments, filter, view, order = [], max, token }: RunSearch): Page<FullRun> {
    if (filter || order.length > 0) throw new Problem('invalid', `Invalid filter '${filter}'. Could not be parsed.`)
    const all = experiments.flatMap((id) => book.runsOf(id)).filter(({ stage }) => view === 'all' || stage === view).sort(byStart)
    return pageOf(all, max, token, hydrate.full)
  }

  function searchExperiments({ filter, view, order = [], max, token }: ExperimentSearch): Page<Experiment> {
    if (filter || order.length > 0) throw new Problem('invalid', `Invalid filter '${filter}'. Could not be parsed.`)
    const all = book.experiments().filter(({ stage }) => view === 'all' || stage === view).sort((a, b) => b.created - a.created || Number(a.id) - Number(b.id))
    return pageOf(all, max, token, (one) => one)
  }

  return { runs: searchRuns, experiments: searchExperiments }
}

export function pageOf<T, U>(all: readonly T[], max: number, token: string | undefined, shown: (one: T) => U): Page<U> {
  const from = offsetOf(token)
  return { items: all.slice(from, from + max).map(shown), next: from + max < all.length ? tokenOf(from + max) : null }
}

function byStart(a: RunRow, b: RunRow): number {
  return (b.start ?? 0) - (a.start ?? 0) || (a.id < b.id ? -1 : 1)
}
