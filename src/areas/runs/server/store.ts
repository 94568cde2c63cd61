import type { Sqlite } from '#node/sqlite.ts'
import type { Events } from '#wire/events.ts'
import { openBatches } from './batch.ts'
import { openBlocks } from './blocks.ts'
import { openBook } from './book.ts'
import { openCells } from './cells.ts'
import { openColumns } from './columns.ts'
import { openCommits } from './commits.ts'
import { openCurves } from './curves.ts'
import { openExperiments } from './experiments.ts'
import { openHistory } from './history.ts'
import { openHydrate } from './hydrate.ts'
import { openInputs } from './inputs.ts'
import { openKeys } from './keys.ts'
import { openKeysOf } from './keys-of.ts'
import { openModels } from './models.ts'
import { openRecords } from './records.ts'
import { schema } from './schema.ts'
import { openSearch } from './search.ts'
import { openSelect } from './select.ts'
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
  const { cells, touched } = openCells({ sqlite, book, columns, keys })
  let version = 0
  const commits = openCommits(sqlite, {
    keep: () => {
      version++
      keys.keep()
    },
    forget: keys.forget,
    reload: () => {
      version++
      touched()
      for (const held of [keys, book, columns, blocks]) held.reload()
    },
  })
  const blocks = openBlocks(sqlite, commits)
  const parts = { sqlite, book, commits, tidings, artifactRoot, keys, columns, touched, blocks }
  const experiments = openExperiments(parts)
  experiments.makeDefault()
  const models = openModels(parts)
  const records = openRecords(parts)
  const inputs = openInputs(parts)
  const batches = openBatches({ ...parts, records, models })
  const hydrate = openHydrate(sqlite, { keys, inputs })
  const history = openHistory({ book, keys, blocks })
  const select = openSelect({ book, cells, names: keys.names, version: () => version })
  const search = openSearch({ book, hydrate, select, cells })
  const { applyTags: _, ...heads } = records

  return {
    experiments: { ...experiments, search: search.experiments },
    /** Heads of runs: create, update, tags, remove and restore; `get` answers a run in full, `of` those of an experiment by ordinal, `row` a head with its number. */
    runs: { ...heads, get: (id: string) => hydrate.full(book.need(id)), search: search.runs, of: book.runsOf, row: book.run },
    log: { batch: batches.log, metric: batches.logMetric, param: batches.logParam, inputs: inputs.log, outputs: inputs.logOutputs },
    datasets: { summaries: inputs.summaries },
    models,
    history,
    views: openViews(parts),
    select,
    cells,
    keysOf: openKeysOf({ sqlite, book, keys, cells, version: () => version }),
    curves: openCurves({ book, keys, blocks }),
    close: () => {
      tidings.close()
      blocks.close()
      commits.drain()
    },
  }
}
