import type { Sqlite } from '#node/sqlite.ts'
import type { Commits } from './commits.ts'

/** Points of one metric of one run in the order of (step, time, value); NaN where it was logged so. */
export interface Series { readonly steps: Float64Array; readonly times: Float64Array; readonly values: Float64Array }
export type Blocks = ReturnType<typeof openBlocks>

interface Wanted { readonly from?: number | undefined; readonly to?: number | undefined; readonly times?: boolean }
interface End { readonly no: number; readonly points: number; readonly step: number; readonly time: number; readonly value: number; readonly nan: number }

const size = 8192
const before: End = { no: -1, points: 0, step: -Number.MAX_SAFE_INTEGER, time: 0, value: 0, nan: 0 }

/**
 * Long curves a second time, as arrays of 8,192 points: a million points are read in milliseconds instead of half a second.
 * The rows stay the truth; a block is written behind the logging once its points are there, and dropped when a point arrives late before its end.
 */
export function openBlocks({ db }: Sqlite, commits: Commits) {
  const ends = new Map<string, End>()
  const grown = new Map<string, number>()
  const queue = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const list = db.prepare('SELECT points, first_step, stride, vals, steps FROM run_blocks WHERE run = ? AND key = ? AND last_step >= ? AND first_step <= ? ORDER BY no')
  const listTimed = db.prepare('SELECT points, first_step, stride, vals, steps, times FROM run_blocks WHERE run = ? AND key = ? AND last_step >= ? AND first_step <= ? ORDER BY no')
  const tail = db.prepare(`SELECT step, time, value, is_nan FROM run_points WHERE run = ? AND key = ? AND step >= ? AND step <= ? AND (step, time, value, is_nan) > (?, ?, ?, ?) ORDER BY step, time, value, is_nan LIMIT ?`)
  const add = db.prepare('INSERT INTO run_blocks(run, key, no, points, first_step, stride, last_step, last_time, last_value, last_nan, vals, steps, times) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const dropFrom = db.prepare('DELETE FROM run_blocks WHERE run = ? AND key = ? AND last_step >= ?')
  const lastOf = db.prepare('SELECT no, points, last_step, last_time, last_value, last_nan FROM run_blocks WHERE run = ? AND key = ? ORDER BY no DESC LIMIT 1')
  for (const statement of [list, listTimed, tail]) statement.setReturnArrays(true)
  reload()

  function reload(): void {
    ends.clear()
    for (const row of db.prepare('SELECT DISTINCT run, key FROM run_blocks').all()) know(Number(row.run), Number(row.key))
  }

  function endOf(run: number, key: number): End | undefined {
    const row = lastOf.get(run, key)
    return row && { no: Number(row.no), points: Number(row.points), step: Number(row.last_step), time: Number(row.last_time), value: Number(row.last_value), nan: Number(row.last_nan) }
  }

  function know(run: number, key: number): void {
    const end = endOf(run, key)
    if (end) ends.set(`${run}:${key}`, end)
    else ends.delete(`${run}:${key}`)
  }

  /** Inside a write: `points` came to a metric, none before step `least`. */
  function grew(run: number, key: number, points: number, least: number): void {
    const name = `${run}:${key}`
    const end = ends.get(name)
    if (end && least <= end.step) {
      dropFrom.run(run, key, least)
      know(run, key)
    }
    const count = (grown.get(name) ?? 0) + points
    if (count < size) grown.set(name, count)
    else enqueue(name)
  }

  function enqueue(name: string): void {
    grown.delete(name)
    queue.add(name)
    timer ??= setTimeout(begin, 300)
  }

  function begin(): void {
    work().catch((error: unknown) => { if (db.isOpen) console.error(error) })
  }

  /** One block at a time, so that nobody waits for more than a few milliseconds. */
  async function work(): Promise<void> {
    for (const name of queue) {
      queue.delete(name)
      const [run = 0, key = 0] = name.split(':').map(Number)
      while (await commits.write(() => seal(run, key))) await new Promise((resolve) => setTimeout(resolve, 5))
    }
    timer = undefined
    if (queue.size > 0) timer = setTimeout(begin, 300)
  }

  function seal(run: number, key: number): boolean {
    const name = `${run}:${key}`
    const end = ends.get(name) ?? before
    const { steps, times, values } = arraysOf(tail.all(run, key, end.step, Number.MAX_SAFE_INTEGER, end.step, end.time, end.value, end.nan, size))
    if (values.length < size) return false
    const [first = 0, second = 0] = steps
    const stride = steps.every((step, i) => step === first + i * (second - first)) ? second - first : null
    const last = size - 1
    const nan = Number.isNaN(values[last]) ? 1 : 0
    const next: End = { no: end.no + 1, points: size, step: steps[last] ?? 0, time: times[last] ?? 0, value: nan ? 0 : (values[last] ?? 0), nan }
    add.run(run, key, next.no, size, first, stride, next.step, next.time, next.value, nan, bytesOf(values), stride === null ? bytesOf(steps) : null, bytesOf(times))
    ends.set(name, next)
    return true
  }

  /** Points whose step lies between two; the times are left at 0 unless they are asked for. */
  function read(run: number, key: number, { from = -Number.MAX_SAFE_INTEGER, to = Number.MAX_SAFE_INTEGER, times = true }: Wanted = {}): Series {
    const end = ends.get(`${run}:${key}`)
    const rest = arraysOf(restOf(run, key, from, to, end ?? before))
    if (rest.values.length > size * 2) enqueue(`${run}:${key}`)
    if (!end) return rest
    const sealed = (times ? listTimed : list).all(run, key, from, to).map(Object.values)
    const total = sealed.length * size
    const [steps, stamps, values] = [rest.steps, rest.times, rest.values].map((part) => {
      const whole = new Float64Array(total + part.length)
      whole.set(part, total)
      return whole
    })
    const all: Series = { steps: steps ?? rest.steps, times: stamps ?? rest.times, values: values ?? rest.values }
    sealed.forEach((block, i) => unpack(block, all, i * size))
    return cut(all, from, to)
  }

  function restOf(run: number, key: number, from: number, to: number, { step, time, value, nan }: End): object[] {
    return step > to ? [] : tail.all(run, key, Math.max(from, step), to, step, time, value, nan, -1)
  }

  return { grew, read, reload, close: () => { clearTimeout(timer); queue.clear() } }
}

function unpack([, first, stride, values, steps, times]: readonly unknown[], all: Series, at: number): void {
  place(values, all.values, at)
  place(times, all.times, at)
  if (steps instanceof Uint8Array) return place(steps, all.steps, at)
  const [begin, by] = [Number(first), Number(stride)]
  for (let i = 0; i < size; i++) all.steps[at + i] = begin + i * by
}

function place(bytes: unknown, into: Float64Array, at: number): void {
  if (bytes instanceof Uint8Array) new Uint8Array(into.buffer, at * 8, bytes.byteLength).set(bytes)
}

function bytesOf(numbers: Float64Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)
}

function arraysOf(rows: readonly object[]): Series {
  const all: Series = { steps: new Float64Array(rows.length), times: new Float64Array(rows.length), values: new Float64Array(rows.length) }
  rows.forEach((row, i) => {
    const [step, time, value, nan] = Object.values(row)
    all.steps[i] = step
    all.times[i] = time
    all.values[i] = nan ? Number.NaN : value
  })
  return all
}

/** Blocks at the ends hold more than was asked for. */
function cut({ steps, times, values }: Series, from: number, to: number): Series {
  const first = placeOf(steps, (step) => step >= from)
  const last = placeOf(steps, (step) => step > to)
  return first === 0 && last === steps.length ? { steps, times, values } : { steps: steps.subarray(first, last), times: times.subarray(first, last), values: values.subarray(first, last) }
}

/** The first place where the test holds, which it does from there on. */
function placeOf(numbers: Float64Array, test: (one: number) => boolean): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (test(numbers[middle] ?? 0)) high = middle
    else low = middle + 1
  }
  return low
}
