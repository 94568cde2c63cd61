import type { SQLOutputValue } from 'node:sqlite'
import type { Sqlite } from '#node/sqlite.ts'
import { Problem } from '#wire/problem.ts'
import type { Experiment, Stage } from '../domain/experiment.ts'
import { RunStatus } from '../domain/run.ts'
import type { RunInfo } from '../domain/run.ts'
import type { Keys } from './keys.ts'

export interface RunRow extends RunInfo { readonly row: number }
export type Book = ReturnType<typeof openBook>

export const parentTag = 'mlflow.parentRunId'
export const nameTag = 'mlflow.runName'

/** Experiments and the heads of runs, held in memory because every question begins with them. */
export function openBook({ db }: Sqlite, keys: Keys) {
  const experiments = new Map<string, Experiment>()
  const runs = new Map<string, RunRow>()
  const rows: (RunRow | undefined)[] = []
  const byExperiment = new Map<string, RunRow[]>()
  reload()

  function reload(): void {
    experiments.clear()
    runs.clear()
    byExperiment.clear()
    rows.length = 0
    for (const row of db.prepare('SELECT * FROM run_experiments').all()) putExperiment(experimentOf(row, {}))
    for (const row of db.prepare('SELECT experiment, key, value FROM run_experiment_tags').all()) {
      const one = experiments.get(String(row.experiment))
      if (one) putExperiment({ ...one, tags: { ...one.tags, [String(row.key)]: String(row.value) } })
    }
    const parents = new Map(db.prepare('SELECT run, value FROM run_tags WHERE key = ?').all(keys.idOf(parentTag) ?? -1).map((row) => [row.run, String(row.value)]))
    for (const row of db.prepare('SELECT * FROM run_records ORDER BY id').all()) put(runOf(row, parents.get(row.id ?? null) ?? null))
  }

  function putExperiment(one: Experiment): void {
    experiments.set(one.id, one)
  }

  function put(run: RunRow): void {
    const own = byExperiment.get(run.experiment) ?? []
    if (own.length === 0) byExperiment.set(run.experiment, own)
    own[run.ordinal] = run
    runs.set(run.id, run)
    rows[run.row] = run
  }

  /** Refuses in MLflow's words. */
  function need(id: string): RunRow {
    const run = runs.get(id)
    if (!run) throw new Problem('missing', `Run with id=${id} not found`, 'run_id')
    return run
  }

  function needActive(id: string): RunRow {
    const run = need(id)
    if (run.stage !== 'active') throw new Problem('invalid', `The run ${id} must be in the 'active' state. Current state is ${run.stage}.`, 'run_id')
    return run
  }

  function needExperiment(id: string): Experiment {
    if (!/^\d{1,15}$/.test(id)) throw new Problem('invalid', `Invalid experiment ID '${id}'. Experiment ID must be a valid integer.`, 'experiment_id')
    const one = experiments.get(String(Number(id)))
    if (!one) throw new Problem('missing', `No Experiment with id=${Number(id)} exists`, 'experiment_id')
    return one
  }

  function needActiveExperiment(id: string): Experiment {
    const one = needExperiment(id)
    if (one.stage !== 'active') throw new Problem('invalid', `The experiment ${one.id} must be in the 'active' state. Current state is ${one.stage}.`, 'experiment_id')
    return one
  }

  return {
    reload, put, putExperiment, need, needActive, needExperiment, needActiveExperiment,
    run: (id: string) => runs.get(id),
    runAt: (row: number) => rows[row],
    /** One past the greatest row. */
    size: () => rows.length,
    hasExperiment: (id: string) => experiments.has(/^\d{1,15}$/.test(id) ? String(Number(id)) : id),
    experiments: () => [...experiments.values()],
    dropExperimentTag: (id: string, key: string) => {
      const one = needExperiment(id)
      putExperiment({ ...one, tags: Object.fromEntries(Object.entries(one.tags).filter(([name]) => name !== key)) })
    },
    /** By ordinal. */
    runsOf: (experiment: string): readonly RunRow[] => byExperiment.get(experiment) ?? [],
  }
}

type Row = Record<string, SQLOutputValue>

function experimentOf(row: Row, tags: Record<string, string>): Experiment {
  return { id: String(row.id), name: String(row.name), artifactLocation: String(row.artifact_location), stage: stageOf(row.stage), created: Number(row.created), updated: Number(row.updated), tags }
}

function runOf(row: Row, parent: string | null): RunRow {
  return {
    row: Number(row.id), id: String(row.uuid), experiment: String(row.experiment), name: String(row.name), user: String(row.user), status: RunStatus.options.find((one) => one === row.status) ?? 'RUNNING',
    start: row.started === null ? null : Number(row.started), end: row.ended === null ? null : Number(row.ended), artifactUri: String(row.artifact_uri), stage: stageOf(row.stage), ordinal: Number(row.ordinal), parent,
  }
}

function stageOf(value: unknown): Stage {
  return value === 'deleted' ? 'deleted' : 'active'
}
