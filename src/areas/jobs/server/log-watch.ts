import { stat } from 'node:fs/promises'
import type { Events } from '#wire/events.ts'

const everyMs = 80
const most = 100

interface Read { readonly job: string; readonly bytes: number }

/**
 * Tells once when a log has grown past what was read of it, or can grow no more; who reads it again is told again. An area of its own: nothing else of the jobs is stale for it.
 * The least that was read counts until it is told: of two who look at one log, both hear of what the slower has not read.
 */
export function watchLogs({ events, runs }: { readonly events: Events; readonly runs: (job: string) => boolean }) {
  const read = new Map<string, Read>()
  let timer: NodeJS.Timeout | undefined

  function note(path: string, { job, bytes }: Read): void {
    const before = read.get(path)?.bytes ?? bytes
    read.delete(path)
    read.set(path, { job, bytes: Math.min(before, bytes) })
    if (read.size > most) read.delete(read.keys().next().value ?? '')
    timer ??= setTimeout(() => void look(), everyMs)
  }

  async function look(): Promise<void> {
    await Promise.all([...read].map(async ([path, { job, bytes }]) => {
      const running = runs(job)
      const { size } = await stat(path).catch(() => ({ size: 0 }))
      const grown = size > bytes
      if (!grown && running) return
      read.delete(path)
      events.tell({ area: 'jobLogs', ids: [job], what: grown ? 'grew' : 'ended' })
    }))
    timer = read.size > 0 ? setTimeout(() => void look(), everyMs) : undefined
  }

  function stop(): void {
    read.clear()
    clearTimeout(timer)
  }

  return { note, stop }
}
