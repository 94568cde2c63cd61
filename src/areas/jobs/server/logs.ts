import { stat } from 'node:fs/promises'
import { shownOf } from '../domain/log-piece.ts'
import { openLogIndex } from './log-index.ts'
import type { LogIndex } from './log-index.ts'

const most = 24

/** Logs that are looked at, by path; the least looked at is let go of. */
export function openLogs() {
  const known = new Map<string, LogIndex>()

  function indexOf(path: string): LogIndex {
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
    const read = index.scanned()
    const first = Math.max(0, from < 0 ? total + from : Math.min(from, total))
    const found = await index.read(first, Math.min(total, first + count))
    const bytes = await stat(path).then(({ size }) => size, () => 0)
    return { lines: found.map(shownOf), first, total, bytes, read }
  }

  return { lines, indexOf }
}
