import { open, stat } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { pieceAt } from '../domain/log-piece.ts'

const every = 500
const chunk = 4 * 1024 * 1024
const window = 1024 * 1024

/** Where the lines of a growing log begin, every 500th kept: any window of any log is read in place. */
export function openLogIndex(path: string) {
  const starts = [0]
  let [lines, scanned, lineStart] = [0, 0, 0]
  let scanning: Promise<void> | undefined

  /** Reads on towards the end, a few milliseconds at a time. */
  async function scan(file: FileHandle, until: number): Promise<void> {
    const bytes = Buffer.allocUnsafe(chunk)
    while (performance.now() < until) {
      const { bytesRead } = await file.read(bytes, 0, chunk, lineStart)
      if (lineStart + bytesRead <= scanned) return
      scanned = lineStart + bytesRead
      count(bytes.subarray(0, bytesRead))
    }
  }

  function count(bytes: Buffer): void {
    const base = lineStart
    for (let piece = pieceAt(bytes, 0); piece; piece = pieceAt(bytes, piece.next)) {
      lineStart = base + piece.next
      lines += 1
      if (lines % every === 0) starts[lines / every] = lineStart
    }
  }

  /** Takes in what was written since, for at most so long; false where there is more. */
  async function catchUp(ms: number): Promise<boolean> {
    await scanning
    scanning = withFile(path, (file) => scan(file, performance.now() + ms)).then(() => undefined).finally(() => { scanning = undefined })
    await scanning
    return scanned >= (await stat(path).then(({ size }) => size, () => 0))
  }

  /** Lines known, the last without its line feed among them. */
  function total(): number {
    return scanned > lineStart ? lines + 1 : lines
  }

  /** Lines `from` up to but without `to`, without their line feeds. */
  async function read(from: number, to: number): Promise<string[]> {
    const block = Math.floor(from / every)
    const found = await withFile(path, (file) => linesFrom(file, { at: starts[block] ?? 0, skip: from - block * every, most: to - from, until: scanned }))
    return found ?? []
  }

  return { catchUp, total, read, scanned: () => scanned }
}

async function linesFrom(file: FileHandle, { at, skip, most, until }: { readonly at: number; readonly skip: number; readonly most: number; readonly until: number }): Promise<string[]> {
  const found: string[] = []
  const buffer = Buffer.allocUnsafe(window)
  let [start, left] = [at, skip]
  while (found.length < most && start < until) {
    const { bytesRead } = await file.read(buffer, 0, Math.min(window, until - start), start)
    const bytes = buffer.subarray(0, bytesRead)
    let place = 0
    for (let piece = pieceAt(bytes, 0); piece && found.length < most; piece = pieceAt(bytes, place)) {
      if (left > 0) left -= 1
      else found.push(bytes.toString('utf8', place, piece.end))
      place = piece.next
    }
    if (place === 0 || (start + bytesRead >= until && found.length < most)) {
      if (left === 0 && place < bytesRead && found.length < most) found.push(bytes.toString('utf8', place))
      break
    }
    start += place
  }
  return found
}

async function withFile<T>(path: string, work: (file: FileHandle) => Promise<T>): Promise<T | undefined> {
  const file = await open(path).catch(() => undefined)
  return file && work(file).finally(() => file.close())
}
