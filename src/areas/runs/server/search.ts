import { Problem } from '#wire/problem.ts'
import type { Experiment, StageView } from '../domain/experiment.ts'
import type { Parsed } from '../domain/filter/condition.ts'
import { matcherOf } from '../domain/filter/match.ts'
import type { Cell, Cells } from '../domain/filter/match.ts'
import { parseMlflowFilter } from '../domain/filter/mlflow.ts'
import { experimentGrammar, runGrammar } from '../domain/filter/mlflow-grammar.ts'
import { parseMlflowOrder } from '../domain/filter/mlflow-order.ts'
import type { Book } from './book.ts'
import type { Hydrate } from './hydrate.ts'
import { ordered } from './order.ts'
import type { Select } from './select.ts'
import { offsetOf, tokenOf } from './tokens.ts'
import type { FullRun, Page } from './types.ts'

interface Search {
  /** MLflow's grammar; anything else is refused in MLflow's words. */
  readonly filter?: string | undefined
  readonly view: StageView
  /** MLflow's order_by texts. */
  readonly order?: readonly string[]
  readonly max: number
  readonly token?: string | undefined
}
export type ExperimentSearch = Search
export interface RunSearch extends Search { readonly experiments: readonly string[] }

/** MLflow's searches. */
export function openSearch({ book, hydrate, select, cells }: { readonly book: Book; readonly hydrate: Hydrate; readonly select: Select; readonly cells: Cells }) {
  function searchRuns({ experiments, filter = '', view, order = [], max, token }: RunSearch): Page<FullRun> {
    const condition = given(parseMlflowFilter(filter, runGrammar))
    const by = given(parseMlflowOrder(order, runGrammar))
    const known = experiments.flatMap((id) => (book.hasExperiment(id) ? [String(Number(id))] : []))
    const matched = select.matched({ experiments: known, stage: view, condition })
    const from = offsetOf(token)
    const page = ordered(matched, by, { cells, texts: 'plain', first: from + max }).slice(from)
    return { items: page.map(hydrate.full), next: from + max < matched.length ? tokenOf(from + max) : null }
  }

  function searchExperiments({ filter = '', view, order = [], max, token }: ExperimentSearch): Page<Experiment> {
    const condition = given(parseMlflowFilter(filter, experimentGrammar))
    const by = given(parseMlflowOrder(order, experimentGrammar))
    const tagged = by.find(({ column }) => column.family !== 'attributes')
    if (tagged) throw new Problem('invalid', 'Invalid order_by entity: tag', 'order_by')
    const all = book.experiments().filter(({ stage }) => view === 'all' || stage === view)
    const match = condition ? matcherOf(condition, ({ family, key }) => (i) => fieldOf(all[i], family, key)) : () => true
    const orders = [...by.map(({ column, descending }) => ({ key: column.key, sign: descending ? -1 : 1 })), ...(by.length === 0 ? [{ key: 'creation_time', sign: -1 }] : []), { key: 'experiment_id', sign: 1 }]
    const found = all.filter((_, i) => match(i)).sort((a, b) => orders.reduce((so, { key, sign }) => so || sign * compared(a, b, key), 0))
    return pageOf(found, max, token, (one) => one)
  }

  return { runs: searchRuns, experiments: searchExperiments }
}

function given<T>(parsed: Parsed<T>): T {
  if (parsed.ok) return parsed.value
  throw new Problem('invalid', parsed.fault.message)
}

export function pageOf<T, U>(all: readonly T[], max: number, token: string | undefined, shown: (one: T) => U): Page<U> {
  const from = offsetOf(token)
  return { items: all.slice(from, from + max).map(shown), next: from + max < all.length ? tokenOf(from + max) : null }
}

function compared(a: Experiment, b: Experiment, key: string): number {
  if (key === 'name') return a.name < b.name ? -1 : Number(a.name > b.name)
  return Number(fieldOf(a, 'attributes', key)) - Number(fieldOf(b, 'attributes', key))
}

function fieldOf(one: Experiment | undefined, family: string, key: string): Cell {
  if (!one || family === 'tags') return one?.tags[key]
  const fields: Readonly<Record<string, Cell>> = { name: one.name, experiment_id: one.id, creation_time: one.created, last_update_time: one.updated }
  return fields[key]
}
