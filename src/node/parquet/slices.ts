import { mkdir, open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { footerOf, readFooter } from './footer.ts'
import type { Footer, RowGroup } from './footer.ts'

/** A file of one row group: rows `first` to `first + rows` of the file that it was cut from. */
export interface Slice { readonly path: string; readonly first: number; readonly rows: number }

export type Slices = ReturnType<typeof openSlices>

/** Below so many column chunks an engine plans the whole file as quickly (measured: 8,140 cost 12 ms a query, 10 cost 2 ms). */
const manyChunks = 300
const mostBytes = 16_000_000
const mostGroups = 4
const kept = 64
const lingers = 30_000

/** Row groups of large Parquet files, cut out byte for byte as files of their own: an engine that is asked for rows in one has nothing else to plan. */
export function openSlices({ folder }: { readonly folder: string }) {
  const footers = new Map<string, Promise<Footer | undefined>>()
  const cuts = new Map<string, Promise<string>>()
  const ready = rm(folder, { recursive: true, force: true }).then(() => mkdir(folder, { recursive: true }))
  ready.catch(() => {})
  /** Used again: buffers of megabytes that come and go make the collector run every few windows. */
  const spare: Buffer[] = []
  let next = 0

  /** The slices that hold these rows of a file, at most so many; undefined where the file itself is the better place to look. */
  async function holding(path: string, rows: readonly number[], most = mostGroups): Promise<readonly Slice[] | undefined> {
    const { size, mtimeMs } = await stat(path)
    const key = `${path}:${size}:${mtimeMs}`
    const footer = await remembered({ memory: footers, key, most: 200, make: () => readFooter(path) })
    if (!footer || footer.groups.length * footer.columns < manyChunks) return undefined
    const wanted = groupsOf(footer, rows, most)
    if (wanted.size > most || [...wanted].some(({ start, end }) => end - start > mostBytes)) return undefined
    const found: Slice[] = []
    for (const group of wanted) {
      const made = remembered({ memory: cuts, key: `${key}:${group.first}`, most: kept, make: () => cut(path, footer, group), gone: drop })
      found.push({ path: await made, first: group.first, rows: group.rows })
    }
    return found
  }

  async function cut(path: string, footer: Footer, group: RowGroup): Promise<string> {
    await ready
    const target = join(folder, `${next++}.parquet`)
    const length = group.end - group.start
    const buffer = spare.pop() ?? Buffer.allocUnsafeSlow(mostBytes)
    try {
      const file = await open(path)
      const { bytesRead } = await file.read({ buffer, length, position: group.start }).finally(() => file.close())
      if (bytesRead < length) throw new RangeError(`${path} is shorter than its footer says.`)
      const own = footerOf(footer, group)
      const size = Buffer.alloc(4)
      size.writeUInt32LE(own.length)
      await writeWhole(target, [Buffer.from('PAR1'), buffer.subarray(0, length), own, size, Buffer.from('PAR1')])
    } finally {
      if (spare.length < mostGroups) spare.push(buffer)
    }
    return target
  }

  return { holding }
}

async function writeWhole(path: string, parts: readonly Uint8Array[]): Promise<void> {
  const file = await open(path, 'wx')
  const { bytesWritten } = await file.writev(parts).finally(() => file.close())
  if (bytesWritten < parts.reduce((sum, { length }) => sum + length, 0)) throw new RangeError('The disk is full.')
}

/** Later: a query may be about to open it. */
function drop(made: Promise<string>): void {
  setTimeout(() => { made.then((path) => rm(path, { force: true })).catch(() => {}) }, lingers).unref()
}

function groupsOf({ groups }: Footer, rows: readonly number[], most: number): ReadonlySet<RowGroup> {
  const found = new Set<RowGroup>()
  let last: RowGroup | undefined
  for (const row of rows) {
    if (last && row >= last.first && row < last.first + last.rows) continue
    last = groupAt(groups, row)
    if (last) found.add(last)
    if (found.size > most) break
  }
  return found
}

function groupAt(groups: readonly RowGroup[], row: number): RowGroup | undefined {
  let [low, high] = [0, groups.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const group = groups[middle]
    if (group && group.first + group.rows <= row) low = middle + 1
    else high = middle
  }
  return groups[low]
}

interface Remembering<T> { readonly memory: Map<string, Promise<T>>; readonly key: string; readonly most: number; readonly make: () => Promise<T>; readonly gone?: (one: Promise<T>) => void }

/** The longest unused goes first. */
function remembered<T>({ memory, key, most, make, gone }: Remembering<T>): Promise<T> {
  const there = memory.get(key) ?? make()
  memory.delete(key)
  memory.set(key, there)
  there.catch(() => { if (memory.get(key) === there) memory.delete(key) })
  const [oldest] = memory
  if (memory.size > most && oldest) {
    memory.delete(oldest[0])
    gone?.(oldest[1])
  }
  return there
}
