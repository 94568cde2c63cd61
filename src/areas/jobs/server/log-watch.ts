import { stat } from 'node:fs/promises'
import type { Events } from '#wire/events.ts'

const everyMs = 80
const most = 100

interface Read { readonly path: string; readonly bytes: number }

/** Tells once when a log has grown past what was read of it; who reads it again is told again. An area of its own: nothing else of the jobs is stale for it. */
export function watchLogs({ events, runs }: { readonly events: Events; readonly runs: (job: string) => boolean }) {
  const read = new Map<string, Read>()
  let timer: NodeJS.Timeout | undefined

  function note(job: string, seen: Read): void {
    read.delete(job)
    read.set(job, seen)
    if (read.size > most) read.delete(read.keys().next().value ?? '')
    timer ??= setTimeout(() => void look(), everyMs)
  }

  async function look(): Promise<void> {
    await Promise.all([...read].map(async ([job, seen]) => {
      const { size } = await stat(seen.path).catch(() => ({ size: 0 }))
      const grown = size > seen.bytes
      if (read.get(job) !== seen || (!grown && runs(job))) return
      read.delete(job)
      if (grown) events.tell({ area: 'jobLogs', ids: [job], what: 'grew' })
    }))
    timer = read.size > 0 ? setTimeout(() => void look(), everyMs) : undefined
  }

  function stop(): void {
    read.clear()
    clearTimeout(timer)
  }

  return { note, stop }
}
