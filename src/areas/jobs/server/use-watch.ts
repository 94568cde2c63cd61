import { appendFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Usage } from '../domain/process.ts'
import type { Runner, Running, Use } from './runner.ts'

export interface Watched { readonly job: string; readonly running: Running; readonly folder: string; readonly limit: number | null }

type Hear = (job: string, use: Usage) => void

const everyMs = 1000

/** Looks once a second at what the running attempts use and how far they say they are, keeps it beside their logs, and says when one is over its memory. */
export function watchUse({ runner, running, over, progress }: { readonly runner: Runner; readonly running: () => readonly Watched[]; readonly over: (job: string) => void; readonly progress: (job: string, share: number | null, phase: string) => void }) {
  const before = new Map<string, { readonly at: number; readonly use: Use }>()
  const ears = new Set<Hear>()
  let looking = false

  async function look(): Promise<void> {
    const all = running()
    if (looking || all.length === 0) return
    looking = true
    const uses = await runner.use(all.map((one) => one.running)).finally(() => { looking = false })
    const at = performance.now()
    for (const [i, { job, folder, limit }] of all.entries()) {
      const use = uses[i]
      if (use) note({ job, folder, limit, at, use })
      const said = await progressIn(folder)
      if (said) progress(job, said.share, said.phase)
    }
  }

  function note({ job, folder, limit, at, use }: Omit<Watched, 'running'> & { readonly at: number; readonly use: Use }): void {
    const last = before.get(job)
    before.set(job, { at, use })
    const cpu = last && at > last.at ? Math.max(0, ((use.cpuSeconds - last.use.cpuSeconds) * 1000) / (at - last.at)) : 0
    const usage = { at: Date.now(), cpu: Math.round(cpu * 100) / 100, memory: use.bytes }
    appendFile(join(folder, 'use'), `${usage.at} ${usage.cpu} ${usage.memory}\n`).catch(() => {})
    for (const hear of ears) hear(job, usage)
    if (limit !== null && use.bytes > limit) over(job)
  }

  const timer = setInterval(() => void look(), everyMs)
  timer.unref()
  return {
    stop: () => clearInterval(timer),
    listen: (hear: Hear) => { ears.add(hear); return () => { ears.delete(hear) } },
  }
}

/** What an attempt used over time, at most so many points. */
export async function useIn(folder: string, most = 600): Promise<Usage[]> {
  const lines = (await readFile(join(folder, 'use'), 'utf8').catch(() => '')).split('\n').filter(Boolean)
  const stride = Math.max(1, Math.ceil(lines.length / most))
  return lines.filter((_, i) => i % stride === 0 || i === lines.length - 1).map((line) => {
    const [at = 0, cpu = 0, memory = 0] = line.split(' ').map(Number)
    return { at, cpu, memory }
  })
}

/** What a command wrote last into the file that ATELIER_PROGRESS names: a share from 0 to 1, then words. */
async function progressIn(folder: string): Promise<{ readonly share: number | null; readonly phase: string } | undefined> {
  const line = (await readFile(join(folder, 'progress'), 'utf8').catch(() => '')).trimEnd().split('\n').at(-1) ?? ''
  const [, share, phase = ''] = /^(\d*\.?\d+)?\s*(.*)$/.exec(line) ?? []
  if (share === undefined && phase === '') return undefined
  return { share: share === undefined ? null : Math.min(1, Number(share)), phase: phase.slice(0, 300) }
}
