import type { Sqlite } from '#node/sqlite.ts'
import type { Book } from './book.ts'
import type { Keys } from './keys.ts'

/** A metric of all runs, by row. `has` is 1 where the run has it; NaN stands for a NaN and, in least and greatest, for none. */
export interface MetricColumn { readonly has: Uint8Array; readonly last: Float64Array; readonly min: Float64Array; readonly max: Float64Array }
export type TextColumn = readonly (string | undefined)[]
export type Columns = ReturnType<typeof openColumns>

const cellsHeld = 8_000_000

interface Held<T> { value: T; readonly stale: Set<number> }

/** Columns over all runs, read from disk when first asked for and kept up with what is written: a filter or an order over 20,000 runs is a walk over arrays. */
export function openColumns({ db }: Sqlite, { keys, book }: { readonly keys: Keys; readonly book: Book }) {
  const latest = db.prepare('SELECT run, last, is_nan, least, greatest FROM run_latest WHERE key = ?')
  const latestOf = db.prepare('SELECT run, last, is_nan, least, greatest FROM run_latest WHERE key = ? AND run = ?')
  const [metrics, params, tags] = [new Map<string, Held<MetricColumn>>(), new Map<string, Held<(string | undefined)[]>>(), new Map<string, Held<(string | undefined)[]>>()]
  const paramSource = textSource(db, 'run_params')
  const tagSource = textSource(db, 'run_tags')
  for (const statement of [latest, latestOf]) statement.setReturnArrays(true)

  const most = () => Math.max(40, Math.floor(cellsHeld / (book.size() + 1)))

  function metric(key: string): MetricColumn {
    const id = keys.idOf(key)
    if (id === undefined) return none
    const held = recent(metrics, key)
    if (!held || held.value.has.length < book.size()) {
      const value = emptyMetric(Math.ceil(book.size() * 1.25) + 64)
      for (const row of latest.iterate(id)) fill(value, row)
      return kept(metrics, key, value, most())
    }
    for (const row of held.stale) for (const found of latestOf.iterate(id, row)) fill(held.value, found)
    held.stale.clear()
    return held.value
  }

  function text(cache: Map<string, Held<(string | undefined)[]>>, source: ReturnType<typeof textSource>, key: string): TextColumn {
    const id = keys.idOf(key)
    if (id === undefined) return []
    const held = recent(cache, key)
    if (!held) return kept(cache, key, source.all(id), most())
    for (const row of held.stale) held.value[row] = source.one(id, row)
    held.stale.clear()
    return held.value
  }

  return {
    metric,
    param: (key: string) => text(params, paramSource, key),
    tag: (key: string) => text(tags, tagSource, key),
    touchMetrics: (row: number, ids: readonly number[]) => { for (const id of ids) metrics.get(keys.nameOf(id))?.stale.add(row) },
    touchParams: (row: number, names: readonly string[]) => touch(params, row, names),
    touchTags: (row: number, names: readonly string[]) => touch(tags, row, names),
    reload: () => { for (const cache of [metrics, params, tags]) cache.clear() },
  }
}

function touch(cache: Map<string, { readonly stale: Set<number> }>, row: number, names: readonly string[]): void {
  for (const name of names) cache.get(name)?.stale.add(row)
}

/** Looked at last stands last. */
function recent<T>(cache: Map<string, Held<T>>, key: string): Held<T> | undefined {
  const held = cache.get(key)
  if (held) {
    cache.delete(key)
    cache.set(key, held)
  }
  return held
}

function kept<T>(cache: Map<string, Held<T>>, key: string, value: T, most: number): T {
  cache.delete(key)
  cache.set(key, { value, stale: new Set() })
  const [eldest] = cache.keys()
  if (cache.size > most && eldest !== undefined) cache.delete(eldest)
  return value
}

function textSource(db: Sqlite['db'], table: string) {
  const all = db.prepare(`SELECT run, value FROM ${table} WHERE key = ?`)
  const one = db.prepare(`SELECT value FROM ${table} WHERE run = ? AND key = ?`)
  const same = new Map<string, string>()
  /** One text for all runs that have the same one. */
  const shared = (text: string) => same.get(text) ?? (same.size < 10_000 && same.set(text, text), text)
  return {
    all: (id: number) => {
      const column: (string | undefined)[] = []
      for (const row of all.iterate(id)) column[Number(row.run)] = shared(String(row.value))
      return column
    },
    one: (id: number, row: number): string | undefined => {
      const found = one.get(row, id)
      return found ? String(found.value) : undefined
    },
  }
}

const none = emptyMetric(0)

function emptyMetric(size: number): MetricColumn {
  return { has: new Uint8Array(size), last: new Float64Array(size), min: new Float64Array(size).fill(Number.NaN), max: new Float64Array(size).fill(Number.NaN) }
}

function fill({ has, last, min, max }: MetricColumn, found: object): void {
  const [run, value, nan, least, greatest] = Object.values(found).map((one) => (one === null ? Number.NaN : Number(one)))
  const row = run ?? 0
  has[row] = 1
  last[row] = nan ? Number.NaN : (value ?? 0)
  min[row] = least ?? Number.NaN
  max[row] = greatest ?? Number.NaN
}
