import { stat } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { plainOf } from '../domain/ansi.ts'
import { lastWritten, longestLine } from '../domain/log-piece.ts'
import { openLogIndex } from './log-index.ts'

const most = 24

/** Logs that are looked at, by path; the least looked at is let go of. */
export function openLogs() {
  const known = new Map<string, ReturnType<typeof openLogIndex>>()

  function indexOf(path: string): ReturnType<typeof openLogIndex> {
    const index = known.get(path) ?? openLogIndex(path)
    known.delete(path)
    known.set(path, index)
    if (known.size > most) known.delete(known.keys().next().value ?? '')
    return index
  }

  /** Lines from `from` (negative: from the end) as far as the log is read in so far. */
  async function lines(path: string, { from, count }: { readonly from: number; readonly count: number }): Promise<{ lines: string[]; first: number; total: number; bytes: number; read: number }> {
    const index = indexOf(path)
    await index.catchUp(120)
    const total = index.total()
    const first = Math.max(0, from < 0 ? total + from : Math.min(from, total))
    const found = await index.read(first, Math.min(total, first + count))
    const bytes = await stat(path).then(({ size }) => size, () => 0)
    return { lines: found.map(cut), first, total, bytes, read: index.scanned() }
  }

  /** Lines that hold the text, looked for during at most a fifth of a second. */
  async function find(path: string, { text, from, limit }: { readonly text: string; readonly from: number; readonly limit: number }): Promise<{ found: { line: number; text: string }[]; searchedTo: number; whole: boolean }> {
    const index = indexOf(path)
    const whole = await index.catchUp(100)
    const [until, wanted] = [performance.now() + 200, text.toLowerCase()]
    const found: { line: number; text: string }[] = []
    let line = from
    while (line < index.total() && performance.now() < until && found.length < limit) {
      const some = await index.read(line, Math.min(index.total(), line + 5000))
      if (some.length === 0) break
      for (const [i, one] of some.entries()) if (found.length < limit && holds(one, wanted)) found.push({ line: line + i, text: cut(one).slice(0, 2000) })
      line = found.length < limit ? line + some.length : (found.at(-1)?.line ?? line) + 1
      await setImmediate()
    }
    return { found, searchedTo: line, whole: whole && line >= index.total() }
  }

  return { lines, find, forget: (path: string) => void known.delete(path) }
}

function cut(line: string): string {
  const shown = lastWritten(line)
  return shown.length >= longestLine ? `${shown.slice(0, longestLine)} …` : shown
}

/** Looked for in what is shown: without colours, and without what was written over. */
function holds(line: string, wanted: string): boolean {
  const lower = line.toLowerCase()
  if (!lower.includes('\u001b') && !lower.includes('\r')) return lower.includes(wanted)
  return plainOf(lastWritten(lower)).includes(wanted)
}
