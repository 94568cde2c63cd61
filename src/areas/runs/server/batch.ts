import { Problem } from '#wire/problem.ts'
import type { KeyValue } from '../domain/run.ts'
import type { Blocks } from './blocks.ts'
import type { RunRow } from './book.ts'
import { checkBatch, checkedParam, checkedTag, checkMetric, checkUnique } from './checks.ts'
import type { Columns } from './columns.ts'
import type { Parts } from './experiments.ts'
import type { Keys } from './keys.ts'
import type { Models } from './models.ts'
import type { Records } from './records.ts'
import { finite, tallied } from './tally.ts'
import type { NewMetric } from './types.ts'

export interface Batch { readonly run: string; readonly metrics?: readonly NewMetric[]; readonly params?: readonly KeyValue[]; readonly tags?: readonly KeyValue[]; readonly by: string }

type Needs = Parts & { readonly keys: Keys; readonly columns: Columns; readonly records: Records; readonly models: Models; readonly blocks: Blocks }

/** What a run logs. All of a batch is kept or none of it; a point that is there already is passed over. */
export function openBatches({ sqlite: { db }, book, commits, tidings, keys, columns, records, models, blocks }: Needs) {
  const addPoint = db.prepare('INSERT INTO run_points VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING')
  const putLatest = db.prepare(upsertLatest)
  const param = db.prepare('SELECT value FROM run_params WHERE run = ? AND key = ?')
  const addParam = db.prepare('INSERT INTO run_params VALUES (?, ?, ?)')

  async function log({ run: id, metrics = [], params = [], tags = [], by }: Batch): Promise<void> {
    if (!/^[a-zA-Z0-9][\p{L}\p{N}_-]{0,255}$/u.test(id)) throw new Problem('invalid', `Invalid value ${JSON.stringify(id)} for parameter 'run_id' supplied.`, 'run_id')
    metrics.forEach((metric, i) => checkMetric(metric, `metrics[${i}]`))
    const kept = params.map((one, i) => checkedParam(one, `params[${i}]`))
    const told = tags.map((tag, i) => checkedTag(tag, `tags[${i}]`))
    checkBatch(metrics.length, params.length, tags.length)
    checkUnique(kept)
    return commits.write(() => {
      const run = book.needActive(id)
      const fresh = newParams(run, kept)
      for (const { key, value } of fresh) addParam.run(run.row, keys.make(key), value)
      records.applyTags(run, told, by)
      columns.touchMetrics(run.row, logPoints(run, metrics))
      columns.touchParams(run.row, fresh.map(({ key }) => key))
      tidings.tell([run.experiment, run.id], fresh.length > 0 ? 'changed' : 'metrics')
    })
  }

  async function logMetric({ run: id, metric }: { readonly run: string; readonly metric: NewMetric; readonly by: string }): Promise<void> {
    checkMetric(metric, '')
    return commits.write(() => {
      const run = book.needActive(id)
      columns.touchMetrics(run.row, logPoints(run, [metric]))
      tidings.tell([run.experiment, run.id], 'metrics')
    })
  }

  async function logParam({ run: id, key, value }: { readonly run: string; readonly by: string } & KeyValue): Promise<void> {
    const checked = checkedParam({ key, value }, '')
    return commits.write(() => {
      const run = book.needActive(id)
      const old = oldParam(run, key)
      if (old === checked.value) return
      if (old !== undefined) throw new Problem('invalid', `Changing param values is not allowed. Param with key='${key}' was already logged with value='${old}' for run ID='${id}'. Attempted logging new value '${checked.value}'.`, 'value')
      addParam.run(run.row, keys.make(key), checked.value)
      columns.touchParams(run.row, [key])
      tidings.tell([run.experiment, run.id])
    })
  }

  function oldParam(run: RunRow, key: string): string | undefined {
    const row = param.get(run.row, keys.idOf(key) ?? -1)
    return row ? String(row.value) : undefined
  }

  /** Those that are not there yet; refuses a value that differs from the one that is. */
  function newParams(run: RunRow, params: readonly KeyValue[]): readonly KeyValue[] {
    const old = params.map(({ key }) => oldParam(run, key))
    const other = params.flatMap(({ key, value }, i) => (old[i] === undefined || old[i] === value ? [] : [`{'key': '${key}', 'old_value': '${old[i]}', 'new_value': '${value}'}`]))
    if (other.length > 0) throw new Problem('invalid', `Changing param values is not allowed. Params were already logged='[${other.join(', ')}]' for run ID='${run.id}'.`)
    return params.filter((_, i) => old[i] === undefined)
  }

  function logPoints(run: RunRow, metrics: readonly NewMetric[]): number[] {
    const fresh = metrics.filter((metric) => {
      const nan = Number.isNaN(metric.value) ? 1 : 0
      return addPoint.run(run.row, keys.make(metric.key), metric.step, metric.time, finite(metric.value), nan).changes === 1
    })
    const touched: number[] = []
    for (const { key, last, nan, step, time, min, max, points, model, least } of tallied(fresh)) {
      const id = keys.make(key)
      putLatest.run(run.row, id, last, nan, step, time, min, max, points, model)
      blocks.grew(run.row, id, points, least)
      touched.push(id)
    }
    models.logPoints(run, metrics.filter(({ model }) => model))
    return touched
  }

  return { log, logMetric, logParam }
}

const newer = '(excluded.step, excluded.time, excluded.last) > (run_latest.step, run_latest.time, run_latest.last)'
const upsertLatest = `INSERT INTO run_latest VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
  ${['last', 'is_nan', 'step', 'time', 'model'].map((column) => `${column} = iif(${newer}, excluded.${column}, run_latest.${column})`).join(',\n  ')},
  least = min(coalesce(run_latest.least, excluded.least), coalesce(excluded.least, run_latest.least)),
  greatest = max(coalesce(run_latest.greatest, excluded.greatest), coalesce(excluded.greatest, run_latest.greatest)),
  points = run_latest.points + excluded.points`
