import type { Sqlite } from '#node/sqlite.ts'
import type { Events } from '#wire/events.ts'
import { openBatches } from './batch.ts'
import { openBook } from './book.ts'
import { openColumns } from './columns.ts'
import { openCommits } from './commits.ts'
import { openExperiments } from './experiments.ts'
import { openHistory } from './history.ts'
import { openHydrate } from './hydrate.ts'
import { openInputs } from './inputs.ts'
import { openKeys } from './keys.ts'
import { openModels } from './models.ts'
import { openRecords } from './records.ts'
import { schema } from './schema.ts'
import { openSearch } from './search.ts'
import { openTidings } from './tidings.ts'
import { openViews } from './views.ts'

export type Runs = ReturnType<typeof openRuns>

/**
 * What experiments and runs recorded, with MLflow's semantics and MLflow's words for what it refuses.
 * Every write is a promise that resolves when it is on disk; reads see what was acknowledged.
 */
export function openRuns({ sqlite, events, artifactRoot = 'mlflow-artifacts:/' }: { readonly sqlite: Sqlite; readonly events: Events; readonly artifactRoot?: string | undefined }) {
  sqlite.migrate('runs', schema)
  const keys = openKeys(sqlite)
  const book = openBook(sqlite, keys)
  const columns = openColumns(sqlite, { keys, book })
  const tidings = openTidings(events)
  const commits = openCommits(sqlite, {
    keep: keys.keep,
    forget: keys.forget,
    reload: () => { for (const held of [keys, book, columns]) held.reload() },
  })
  const parts = { sqlite, book, commits, tidings, artifactRoot, keys, columns }
  const experiments = openExperiments(parts)
  experiments.makeDefault()
  const models = openModels(parts)
  const records = openRecords(parts)
  const inputs = openInputs({ ...parts, touched: () => {} })
  const batches = openBatches({ ...parts, records, models })
  const hydrate = openHydrate(sqlite, { keys, inputs })
  const history = openHistory(sqlite, { book, keys })
  const search = openSearch({ book, hydrate })
  const { applyTags: _, ...heads } = records

  return {
    experiments: { ...experiments, search: search.experiments },
    /** Heads of runs: create, update, tags, remove and restore; `get` answers a run in full, `of` those of an experiment by ordinal. */
    runs: { ...heads, get: (id: string) => hydrate.full(book.need(id)), search: search.runs, of: book.runsOf },
    log: { batch: batches.log, metric: batches.logMetric, param: batches.logParam, inputs: inputs.log, outputs: inputs.logOutputs },
    datasets: { summaries: inputs.summaries },
    models,
    history,
    views: openViews(parts),
    close: tidings.close,
  }
}
