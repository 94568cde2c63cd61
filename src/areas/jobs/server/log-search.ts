import { plainOf } from '#lib/ansi.ts'
import { lastWritten, shownOf } from '../domain/log-piece.ts'
import type { LogIndex, Place } from './log-index.ts'

interface Asked {
  readonly text: string
  readonly from: number
  /** Stops after so many lines; 0 only counts them. */
  readonly limit: number
  /** Nothing more is written: the last line counts without its line feed, too. */
  readonly over: boolean
  readonly signal?: AbortSignal
}
export interface LogFound { readonly found: { line: number; text: string }[]; readonly count: number; readonly searchedTo: number; readonly whole: boolean }

const forMs = 200
const escape = 27

/** Lines that hold the text, looked for during at most a fifth of a second and a megabyte at a time, so that others are answered between; it stops when nobody waits for it any more. */
export async function searchLog(index: LogIndex, { text, from, limit, over, signal }: Asked): Promise<LogFound> {
  const caughtUp = await index.catchUp(100)
  const until = performance.now() + forMs
  const found: LogFound['found'] = []
  let [line, count] = [from, 0]
  for await (const { bytes, lines } of index.stretches(from, { unended: over })) {
    const hits = hitsIn(bytes, lines, text.toLowerCase())
    const taken = limit === 0 ? hits : hits.slice(0, limit - found.length)
    count += taken.length
    if (limit > 0) found.push(...taken.map(({ at, text: held }) => ({ line: line + at, text: shownOf(held).slice(0, 2000) })))
    if (limit > 0 && found.length >= limit) return { found, count, searchedTo: (found.at(-1)?.line ?? line) + 1, whole: false }
    line += lines.length
    if (performance.now() > until || signal?.aborted) return { found, count, searchedTo: line, whole: false }
  }
  return { found, count, searchedTo: line, whole: caughtUp }
}

interface Hit { readonly at: number; readonly text: string }

/** Text without orders to a terminal is searched at once, and a line at a time only where it holds something. */
function hitsIn(bytes: Buffer, lines: readonly Place[], wanted: string): Hit[] {
  const coloured = bytes.includes(escape)
  if (!coloured && !bytes.toString('utf8').toLowerCase().includes(wanted)) return []
  return lines.flatMap(({ begin, end }, at) => {
    const text = bytes.toString('utf8', begin, end)
    return holds(text, wanted) ? [{ at, text }] : []
  })
}

/** Looked for in what is shown: without colours, and without what was written over. */
function holds(line: string, wanted: string): boolean {
  const lower = line.toLowerCase()
  if (!lower.includes('\u001b') && !lower.includes('\r')) return lower.includes(wanted)
  return plainOf(lastWritten(lower)).includes(wanted)
}
