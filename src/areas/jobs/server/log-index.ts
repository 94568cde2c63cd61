import { open, stat } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { pieceAt } from '../domain/log-piece.ts'

const every = 500
const chunk = 4 * 1024 * 1024
const window = 1024 * 1024

export type LogIndex = ReturnType<typeof openLogIndex>

/** Where the lines of a growing log begin, every 500th kept: any window of any log is read in place. */
export function openLogIndex(path: string) {
  const starts = [0]
  let [lines, scanned, lineStart] = [0, 0, 0]
  let scanning: Promise<unknown> = Promise.resolve()

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

  /** Takes in what was written since, for at most so long; false where there is more. One reads on at a time: each counts from where the one before stopped. */
  async function catchUp(ms: number): Promise<boolean> {
    const mine = scanning.then(() => withFile(path, (file) => scan(file, performance.now() + ms)))
    scanning = mine.catch(() => {})
    await mine
    return scanned >= (await stat(path).then(({ size }) => size, () => 0))
  }

  /** Lines known, the last without its line feed among them. */
  function total(): number {
    return scanned > lineStart ? lines + 1 : lines
  }

  /** Lines `from` up to but without `to`, without their line feeds. */
  async function read(from: number, to: number): Promise<string[]> {
    const found: string[] = []
    for await (const { bytes, lines: some } of stretches(from)) {
      for (const { begin, end } of some.slice(0, to - from - found.length)) found.push(bytes.toString('utf8', begin, end))
      if (found.length >= to - from) break
    }
    return found
  }

  /** The lines from this one on, a megabyte at a time; the bytes are good until the next are asked for. Without `unended`, the last line only if it has its line feed. */
  async function* stretches(from: number, { unended = true }: { readonly unended?: boolean } = {}): AsyncGenerator<Stretch> {
    const file = await open(path).catch(() => undefined)
    if (!file) return
    const block = Math.min(Math.floor(from / every), starts.length - 1)
    const until = unended ? scanned : lineStart
    const buffer = Buffer.allocUnsafe(window)
    let [start, skip] = [starts[block] ?? 0, from - block * every]
    try {
      while (start < until) {
        const { bytesRead } = await file.read(buffer, 0, Math.min(window, until - start), start)
        const bytes = buffer.subarray(0, bytesRead)
        const { lines: some, next } = linesIn(bytes, start + bytesRead >= until)
        if (next === 0) return
        if (some.length > skip) yield { bytes, lines: some.slice(skip) }
        skip = Math.max(0, skip - some.length)
        start += next
      }
    } finally {
      await file.close()
    }
  }

  return { catchUp, total, read, stretches, scanned: () => scanned }
}

export interface Place { readonly begin: number; readonly end: number }
interface Stretch { readonly bytes: Buffer; readonly lines: readonly Place[] }

/** Where the whole lines in these bytes stand, and where the next would; at the end of the log what is left is a line too. */
function linesIn(bytes: Buffer, atEnd: boolean): { readonly lines: Place[]; readonly next: number } {
  const lines: Place[] = []
  let begin = 0
  for (let piece = pieceAt(bytes, 0); piece; piece = pieceAt(bytes, begin)) {
    lines.push({ begin, end: piece.end })
    begin = piece.next
  }
  if (!atEnd || begin >= bytes.length) return { lines, next: begin }
  return { lines: [...lines, { begin, end: bytes.length }], next: bytes.length }
}

async function withFile<T>(path: string, work: (file: FileHandle) => Promise<T>): Promise<T | undefined> {
  const file = await open(path).catch(() => undefined)
  return file && work(file).finally(() => file.close())
}
