import { setImmediate as turn } from 'node:timers/promises'
import type { Sqlite } from '#node/sqlite.ts'
import { attributeKeys, datasetKeys, gitKeys } from '../domain/column.ts'
import type { Family } from '../domain/column.ts'
import type { Cells } from '../domain/filter/match.ts'
import { numberIn } from '../domain/filter/match.ts'
import type { Book } from './book.ts'
import { cellOf } from './cell-value.ts'
import type { Keys } from './keys.ts'

export interface KeyFound { readonly family: Family; readonly key: string; readonly runs: number; readonly numeric: boolean; readonly values: string[]; readonly top?: number; readonly points?: number }
interface Count { runs: number; numeric: boolean; top: number; points: number; readonly values: Map<string, number> }

const most = 20
const watched = 400

/** Which columns there are. Over many runs the answer may be a second old: it is asked for again with every change. */
export function openKeysOf({ sqlite: { db }, book, keys, cells, version }: { readonly sqlite: Sqlite; readonly book: Book; readonly keys: Keys; readonly cells: Cells; readonly version: () => number }) {
  const texts = { params: textsOf(db, 'run_params'), tags: textsOf(db, 'run_tags') }
  const metrics = db.prepare('SELECT key, points FROM run_latest WHERE run = ?')
  metrics.setReturnArrays(true)
  const answers = new Map<string, { readonly version: number; readonly until: number; readonly found: readonly KeyFound[] }>()

  async function keysOf(experiments: readonly string[]): Promise<readonly KeyFound[]> {
    const name = experiments.join()
    const known = answers.get(name)
    if (known && (known.version === version() || performance.now() < known.until)) return known.found
    const began = performance.now()
    const at = version()
    const rows = experiments.flatMap((id) => book.runsOf(id)).filter(({ stage }) => stage === 'active').map(({ row }) => row)
    const found = [...own(rows), ...(await counted('metrics', rows)), ...(await counted('params', rows)), ...(await counted('tags', rows))]
    answers.set(name, { version: at, until: performance.now() + 20 * (performance.now() - began), found })
    if (answers.size > 20) answers.delete(answers.keys().next().value ?? '')
    return found
  }

  async function counted(family: 'metrics' | 'params' | 'tags', rows: readonly number[]): Promise<KeyFound[]> {
    const counts = new Map<number, Count>()
    for (const [i, row] of rows.entries()) {
      if (i % watched === watched - 1) await turn()
      if (family === 'metrics') for (const one of metrics.all(row)) countMetric(counts, Object.values(one), book.runAt(row)?.parent ?? null)
      else for (const [key, value] of texts[family](row)) count(counts, key, value)
    }
    return [...counts].map(([key, one]): KeyFound => ({ family, key: keys.nameOf(key), runs: one.runs, numeric: one.numeric, values: frequent(one.values), ...(family === 'metrics' ? { top: one.top, points: one.points } : {}) })).sort((a, b) => (a.key < b.key ? -1 : 1))
  }

  /** What every run has, and data sets and git where a run has them. */
  function own(rows: readonly number[]): KeyFound[] {
    const named = [...attributeKeys.map((key) => ({ family: 'attributes' as const, key })), ...datasetKeys.map((key) => ({ family: 'datasets' as const, key })), ...gitKeys.map((key) => ({ family: 'git' as const, key }))]
    return named.flatMap((column): KeyFound[] => {
      const read = cells(column)
      const values = new Map<string, number>()
      const numeric = ['start_time', 'end_time', 'duration'].includes(column.key)
      const having = rows.filter((row) => read(row) !== undefined)
      if (!numeric) for (const row of having) note(values, String(cellOf(read(row))))
      return column.family === 'attributes' || having.length > 0 ? [{ ...column, runs: having.length, numeric, values: frequent(values) }] : []
    })
  }

  return keysOf
}

function count(counts: Map<number, Count>, key: number, value: string | undefined): Count {
  const one = counts.get(key) ?? { runs: 0, numeric: true, top: 0, points: 0, values: new Map<string, number>() }
  if (one.runs++ === 0) counts.set(key, one)
  if (value === undefined) return one
  one.numeric &&= numberIn(value) !== undefined
  note(one.values, value)
  return one
}

function countMetric(counts: Map<number, Count>, [key, points]: readonly unknown[], parent: string | null): void {
  const one = count(counts, Number(key), undefined)
  one.points = Math.max(one.points, Number(points))
  if (parent === null) one.top++
}

/** Values are counted while there are few; of many the first are as good as any. */
function note(values: Map<string, number>, value: string): void {
  if (value.length <= 200 && (values.size < 200 || values.has(value))) values.set(value, (values.get(value) ?? 0) + 1)
}

function frequent(values: ReadonlyMap<string, number>): string[] {
  return [...values].sort(([, a], [, b]) => b - a).slice(0, most).map(([value]) => value)
}

function textsOf(db: Sqlite['db'], table: string): (row: number) => [number, string][] {
  const all = db.prepare(`SELECT key, value FROM ${table} WHERE run = ?`)
  return (row) => all.all(row).map(({ key, value }) => [Number(key), String(value)])
}
