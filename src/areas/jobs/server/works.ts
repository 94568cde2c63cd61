import { newId } from '#lib/ids.ts'
import { bodyOf, Problem } from '#wire/problem.ts'
import type { Job } from '../domain/job.ts'
import { newJob, now } from './ledger.ts'
import type { Ledger } from './ledger.ts'

export interface Work {
  readonly kind: string
  readonly title: string
  readonly by: string
  /** Returns the result; throws a Problem for what the person can mend. */
  readonly run: (at: { readonly signal: AbortSignal; readonly report: (share: number | null, phase?: string) => void; readonly id: string }) => Promise<unknown>
}

/** Long work inside the studio: a function with progress, a reason for waiting and cancel. It dies with the studio. */
export function openWorks({ ledger, slots }: { readonly ledger: Ledger; readonly slots: number }) {
  const live = new Map<string, { readonly work: Work; readonly control: AbortController }>()
  const queue: string[] = []

  function start(work: Work): Job {
    const job = newJob({ ...work, id: newId('job') })
    ledger.add(job)
    live.set(job.id, { work, control: new AbortController() })
    queue.push(job.id)
    pump()
    return ledger.get(job.id)
  }

  function running(): Job[] {
    return [...live.keys()].flatMap((id) => ledger.held(id) ?? []).filter(({ state }) => state === 'running')
  }

  function pump(): void {
    while (queue.length > 0 && running().length < slots) void runOne(queue.shift() ?? '')
    const names = running().map(({ title }) => `“${title}”`).join(' and ')
    for (const id of queue) ledger.change(id, { reason: `Waiting for ${names}: ${slots === 1 ? 'one job runs' : `${slots} jobs run`} at a time` })
  }

  async function runOne(id: string): Promise<void> {
    const one = live.get(id)
    if (!one) return
    const { work, control } = one
    ledger.change(id, { state: 'running', started: now(), reason: '', progress: 0 })
    let told = 0
    const report = (share: number | null, phase?: string) => {
      if (Date.now() - told < 100 && phase === undefined) return
      told = Date.now()
      ledger.change(id, { progress: share, ...(phase === undefined ? {} : { phase }) })
    }
    try {
      const result = await work.run({ signal: control.signal, report, id })
      ledger.change(id, { state: 'done', progress: 1, ended: now(), result: result ?? null })
    } catch (error) {
      if (!(error instanceof Problem) && !control.signal.aborted) console.error(error)
      ledger.change(id, control.signal.aborted ? { state: 'cancelled', ended: now() } : { state: 'failed', ended: now(), error: bodyOf(error).message })
    }
    live.delete(id)
    pump()
  }

  /** False where it is none of these. */
  function cancel(id: string): boolean {
    const one = live.get(id)
    if (!one) return false
    one.control.abort(new Problem('conflict', 'Stopped by the user.'))
    const at = queue.indexOf(id)
    if (at < 0) ledger.change(id, { phase: 'Stopping' })
    else {
      queue.splice(at, 1)
      live.delete(id)
      ledger.change(id, { state: 'cancelled', ended: now(), reason: '' })
    }
    return true
  }

  /** Stops what runs and waits until it has stopped, a second at the most: after it nothing writes here any more. */
  async function stopAll(): Promise<void> {
    queue.length = 0
    const ends = running().map(({ id }) => ledger.settled(id))
    for (const { control } of live.values()) control.abort(new Problem('conflict', 'The studio is stopping.'))
    await Promise.race([Promise.all(ends), new Promise((resolve) => setTimeout(resolve, 1000).unref())])
  }

  return { start, cancel, stopAll }
}
