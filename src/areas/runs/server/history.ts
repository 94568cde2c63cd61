import type { Sqlite } from '#node/sqlite.ts'
import { Problem } from '#wire/problem.ts'
import type { Book } from './book.ts'
import type { Keys } from './keys.ts'
import { tokenOf, offsetOf } from './tokens.ts'
import type { MetricPoint, Page } from './types.ts'

/** The points of metrics as MLflow's history routes ask for them. */
export function openHistory({ db }: Sqlite, { book, keys }: { readonly book: Book; readonly keys: Keys }) {
  const all = db.prepare('SELECT step, time, value, is_nan FROM run_points WHERE run = ? AND key = ? ORDER BY time, step, value LIMIT ? OFFSET ?')
  const count = db.prepare('SELECT points FROM run_latest WHERE run = ? AND key = ?')
  const within = db.prepare('SELECT count(*) AS n FROM run_points WHERE run = ? AND key = ? AND step BETWEEN ? AND ?')
  const sampled = db.prepare(`SELECT step, time, value, is_nan FROM (
      SELECT step, time, value, is_nan, row_number() OVER (ORDER BY step, time, value, is_nan) - 1 AS at FROM run_points WHERE run = ?1 AND key = ?2 AND step BETWEEN ?3 AND ?4)
    WHERE at IN (SELECT value FROM json_each(?5)) ORDER BY step, time, value, is_nan`)
  for (const statement of [all, sampled]) statement.setReturnArrays(true)

  const keyOf = (key: string) => keys.idOf(key) ?? -1

  /** In the order of time, step, value. */
  function points({ run, key, max, token }: { readonly run: string; readonly key: string; readonly max?: number | undefined; readonly token?: string | undefined }): Page<MetricPoint> {
    const { row } = book.need(run)
    const from = offsetOf(token)
    const limit = max ?? 1_000_000_000
    const rows = all.all(row, keyOf(key), limit + 1, from)
    const more = rows.length > limit
    return { items: rows.slice(0, limit).map((one) => pointOf(key, one)), next: more ? tokenOf(from + limit) : null }
  }

  /** Of several runs, in the order of their ids, at most `max` points together. */
  function bulk({ runs, key, max }: { readonly runs: readonly string[]; readonly key: string; readonly max: number }): { readonly run: string; readonly point: MetricPoint }[] {
    const found: { readonly run: string; readonly point: MetricPoint }[] = []
    for (const run of [...new Set(runs)].sort()) {
      const row = book.run(run)?.row
      if (row === undefined || found.length >= max) continue
      for (const one of all.all(row, keyOf(key), max - found.length, 0)) found.push({ run, point: pointOf(key, one) })
    }
    return found
  }

  /** At most `max` points a run: the first of each of `max` equal shares (SQL's NTILE) and the very last, in the order of steps. */
  function interval({ runs, key, max, startStep, endStep }: { readonly runs: readonly string[]; readonly key: string; readonly max: number; readonly startStep?: number | undefined; readonly endStep?: number | undefined }): { readonly run: string; readonly point: MetricPoint }[] {
    if ((startStep === undefined) !== (endStep === undefined)) throw new Problem('invalid', 'Both start_step and end_step must be specified together, or neither may be specified.')
    const rows = runs.map((run) => [run, book.need(run).row] as const)
    return rows.flatMap(([run, row]) => sample(row, keyOf(key), { max, from: startStep, to: endStep }).map((one) => ({ run, point: pointOf(key, one) })))
  }

  function sample(row: number, key: number, { max, from, to }: { readonly max: number; readonly from: number | undefined; readonly to: number | undefined }): object[] {
    const [low, high] = [from ?? -Number.MAX_SAFE_INTEGER, to ?? Number.MAX_SAFE_INTEGER]
    const total = from === undefined ? Number(count.get(row, key)?.points ?? 0) : Number(within.get(row, key, low, high)?.n ?? 0)
    return total === 0 ? [] : sampled.all(row, key, low, high, JSON.stringify(placesOf(total, max)))
  }

  return { points, bulk, interval }
}

/** Where NTILE's shares of `total` rows begin, the last row put in the place of the last of them or after it. */
export function placesOf(total: number, max: number): number[] {
  const shares = Math.min(total, Math.max(1, max))
  const [size, larger] = [Math.floor(total / shares), total % shares]
  const starts = Array.from({ length: shares }, (_, i) => i * size + Math.min(i, larger))
  if (starts.at(-1) === total - 1) return starts
  return starts.length >= Math.max(1, max) ? [...starts.slice(0, -1), total - 1] : [...starts, total - 1]
}

function pointOf(key: string, row: object): MetricPoint {
  const [step = 0, time = 0, value = 0, nan = 0] = Object.values(row).map(Number)
  return { key, step, time, value: nan ? Number.NaN : value }
}
