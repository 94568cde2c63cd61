import type { SQLOutputValue } from 'node:sqlite'
import type { Sqlite } from '#node/sqlite.ts'
import type { KeyValue, RunInfo } from '../domain/run.ts'
import type { RunRow } from './book.ts'
import type { openInputs } from './inputs.ts'
import type { Keys } from './keys.ts'
import type { FullRun, LatestMetric } from './types.ts'

export type Hydrate = ReturnType<typeof openHydrate>

/** All that hangs on a run, read by its number; keys in order of their names. */
export function openHydrate({ db }: Sqlite, { keys, inputs }: { readonly keys: Keys; readonly inputs: ReturnType<typeof openInputs> }) {
  const params = db.prepare('SELECT key, value FROM run_params WHERE run = ?')
  const tags = db.prepare('SELECT key, value FROM run_tags WHERE run = ?')
  const latest = db.prepare('SELECT key, last, is_nan, step, time, least, greatest, points, model FROM run_latest WHERE run = ?')

  const pairs = (rows: Record<string, SQLOutputValue>[]): KeyValue[] => rows.map((row) => ({ key: keys.nameOf(Number(row.key)), value: String(row.value) })).sort(byKey)
  const metricsOf = (row: number): LatestMetric[] => latest.all(row).map((one) => ({ key: keys.nameOf(Number(one.key)), ...latestOf(one) })).sort(byKey)
  const paramsOf = (row: number) => pairs(params.all(row))
  const tagsOf = (row: number) => pairs(tags.all(row))

  function full({ row, ...info }: RunRow): FullRun {
    return {
      info: info satisfies RunInfo, metrics: metricsOf(row), params: paramsOf(row), tags: tagsOf(row),
      inputs: inputs.datasetsOf(row), modelInputs: inputs.modelsIn(row), modelOutputs: inputs.modelsOut(row),
    }
  }

  return { full, metricsOf, paramsOf, tagsOf }
}

function latestOf(one: Record<string, SQLOutputValue>): Omit<LatestMetric, 'key'> {
  return {
    value: one.is_nan ? Number.NaN : Number(one.last), step: Number(one.step), time: Number(one.time), min: numberOf(one.least), max: numberOf(one.greatest), points: Number(one.points),
    model: typeof one.model === 'string' ? one.model : null,
  }
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}

function byKey(a: { readonly key: string }, b: { readonly key: string }): number {
  if (a.key === b.key) return 0
  return a.key < b.key ? -1 : 1
}
