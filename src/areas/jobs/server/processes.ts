import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { newId } from '#lib/ids.ts'
import { bodyOf, Problem } from '#wire/problem.ts'
import type { Job } from '../domain/job.ts'
import { outcomeOf, waitBefore } from '../domain/outcome.ts'
import type { Asked, Ending } from '../domain/outcome.ts'
import type { Attempt, ProcessSpec } from '../domain/process.ts'
import { neverFits, waitsFor } from '../domain/slots.ts'
import { doneBefore } from './after.ts'
import type { openAttempts } from './attempts.ts'
import { inherited } from './inherited.ts'
import { newJob, now } from './ledger.ts'
import type { Ledger } from './ledger.ts'
import { logSayings } from './last-words.ts'
import type { Runner, Running } from './runner.ts'
import { watchUse } from './use-watch.ts'
import { writtenOutputs } from './written.ts'

interface Live {
  readonly spec: ProcessSpec
  attempt: Attempt | undefined
  running: Running | undefined
  asked: Asked
  /** Cores and memory are taken from here on, though nothing may run yet. */
  admitted: boolean
}

/** `id` where it had to be known before. */
export interface Submission { readonly id?: string; readonly kind: string; readonly title: string; readonly by: string; readonly spec: ProcessSpec; readonly result?: unknown }

export type SecretOf = (name: string, job: string) => string | undefined | Promise<string | undefined>

/** For a kind of job: what its last words mean, in a sentence; undefined where they mean nothing known. */
export type Reasons = Readonly<Record<string, (last: string) => string | undefined>>

interface Needs {
  readonly ledger: Ledger
  readonly attempts: ReturnType<typeof openAttempts>
  readonly runner: Runner
  readonly folder: string
  /** The value of a hidden variable, asked anew for each try; undefined where nobody knows it. */
  readonly secretOf: SecretOf
  readonly reasons: Reasons
}

/** Commands on the machine: queued by what they take, tried again as asked, found again after the studio died. */
export function openProcesses({ ledger, attempts, runner, folder, secretOf, reasons }: Needs) {
  const live = new Map<string, Live>()
  const queue: string[] = []
  let desk: 'open' | 'left' = 'open'
  const folderOf = (job: string, number: number) => join(folder, job, String(number))
  const use = watchUse({ runner, running: () => [...live].flatMap(([job, { running, attempt, spec }]) => (running && attempt ? { job, running, folder: folderOf(job, attempt.number), limit: spec.resources.memory } : [])), over: (job) => endFor(job, 'memory'), progress: told })

  function told(id: string, progress: number | null, phase: string): void {
    const before = ledger.held(id)
    if (before?.state === 'running' && before.phase !== 'Stopping' && (before.progress !== progress || before.phase !== phase)) ledger.change(id, { progress, phase })
  }

  function submit({ id = newId('job'), kind, title, by, spec, result = null }: Submission): Job {
    const never = neverFits(spec.resources, runner.slots)
    if (never) throw new Problem('invalid', `“${title}” cannot run here. ${never}`, 'resources')
    const job: Job = { ...newJob({ id, kind, title, by }), process: true, tags: spec.tags, result }
    attempts.keepSpec(job.id, spec)
    ledger.add(job)
    enqueue(job.id, spec)
    return ledger.get(job.id)
  }

  function enqueue(id: string, spec: ProcessSpec): void {
    live.set(id, { spec, attempt: undefined, running: undefined, asked: undefined, admitted: false })
    if (spec.after.length > 0) void hold(id, spec.after)
    else line(id)
  }

  function line(id: string): void {
    queue.push(id)
    pump()
  }

  async function hold(id: string, after: readonly string[]): Promise<void> {
    const failed = await doneBefore({ ledger, after, waiting: (reason) => tell(id, reason) })
    if (desk === 'left' || !live.has(id)) return
    if (failed) finish(id, 'failed', failed)
    else line(id)
  }

  function pump(): void {
    if (desk === 'left') return
    while (queue.length > 0) {
      const [id = ''] = queue
      const one = live.get(id)
      const admitted = [...live].flatMap(([job, { spec, admitted: isIn }]) => (isIn ? { title: ledger.held(job)?.title ?? '', resources: spec.resources } : []))
      const reason = one && waitsFor(one.spec.resources, admitted, runner.slots)
      if (reason) return queue.forEach((waiting, place) => tell(waiting, place === 0 ? reason : `${reason}; ${place} before it`))
      queue.shift()
      if (!one) continue
      one.admitted = true
      void tryOnce(id, one)
    }
  }

  function tell(id: string, reason: string): void {
    if (ledger.held(id)?.reason !== reason) ledger.change(id, { reason, until: null })
  }

  async function tryOnce(id: string, one: Live): Promise<void> {
    const number = (attempts.of(id).at(-1)?.number ?? 0) + 1
    one.attempt = { job: id, number, state: 'starting', started: now(), ended: null, pid: null, exitCode: null, signal: null, said: '', logBytes: 0, outputs: [] }
    ledger.change(id, { state: 'running', started: ledger.held(id)?.started ?? now(), reason: '', until: null, phase: number > 1 ? `Attempt ${number}` : '' })
    try {
      attempts.begin(one.attempt)
      const hidden = Object.fromEntries((await Promise.all(one.spec.hidden.map(async (name) => [name, await secretOf(name, id)] as const))).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])))
      const running = await runner.submit({ job: id, attempt: number, folder: folderOf(id, number), spec: one.spec, env: { ...inherited(), ...one.spec.variables, ...hidden } })
      await follow(id, one, running)
    } catch (error) {
      await close(id, one, { code: null, memoryKills: 0 }, cannotStart(error, one.spec.cwd))
    }
  }

  async function follow(id: string, one: Live, running: Running): Promise<void> {
    const { attempt, spec } = one
    if (!attempt) return
    one.running = running
    one.attempt = { ...attempt, state: 'running', pid: running.pid }
    attempts.write(one.attempt)
    if (one.asked) running.end(spec.graceSeconds)
    const timer = spec.timeoutSeconds === null ? undefined : setTimeout(() => endFor(id, 'timeout'), Math.max(0, spec.timeoutSeconds - running.age) * 1000)
    timer?.unref()
    const ending = await running.over
    clearTimeout(timer)
    if (desk === 'open') await close(id, one, ending)
  }

  async function close(id: string, one: Live, ending: Ending, said?: string): Promise<void> {
    const { attempt, spec } = one
    if (!attempt) return
    const path = folderOf(id, attempt.number)
    const outcome = said ? { state: 'failed' as const, exitCode: null, signal: null, said } : outcomeOf(ending, one.asked, { seconds: spec.timeoutSeconds, bytes: spec.resources.memory })
    const last = outcome.state === 'succeeded' || outcome.state === 'cancelled' ? '' : await logSayings(join(path, 'log'))
    const logBytes = await stat(join(path, 'log')).then(({ size }) => size, () => 0)
    const ended = now()
    const outputs = await writtenOutputs({ cwd: spec.cwd, outputs: spec.outputs, since: attempt.started })
    if (!attempts.write({ ...attempt, ...outcome, ended, logBytes, outputs }) && !said) return
    Object.assign(one, { attempt: undefined, running: undefined, admitted: false })
    decide(id, one, { number: attempt.number, state: outcome.state, said: outcome.said, last, final: said !== undefined })
    pump()
  }

  function reasonOf(id: string, state: Attempt['state'], last: string): string | undefined {
    return state === 'failed' ? reasons[ledger.held(id)?.kind ?? '']?.(last) : undefined
  }

  /** What follows from the end of a try. */
  function decide(id: string, one: Live, { number, state, said, last, final }: { readonly number: number; readonly state: Attempt['state']; readonly said: string; readonly last: string; readonly final: boolean }): void {
    const again = ['failed', 'lost', 'outOfMemory', 'timedOut'].includes(state) && number <= one.spec.retries.count && !final
    if (again) waitForNext(id, one, number, said)
    else finish(id, state, [reasonOf(id, state, last) ?? said, last].filter(Boolean).join('\n'))
  }

  function waitForNext(id: string, one: Live, number: number, said: string): void {
    const seconds = waitBefore(number, one.spec.retries)
    ledger.change(id, { state: 'waiting', phase: '', reason: `${said} Attempt ${number + 1} of ${one.spec.retries.count + 1} follows.`, until: new Date(Date.now() + seconds * 1000).toISOString() })
    setTimeout(() => { if (live.get(id) === one && !queue.includes(id)) { queue.push(id); pump() } }, seconds * 1000).unref()
  }

  function finish(id: string, state: Attempt['state'], error: string): void {
    live.delete(id)
    const over = state === 'succeeded' ? 'done' : state === 'cancelled' ? 'cancelled' : state === 'lost' ? 'lost' : 'failed'
    ledger.change(id, { state: over, ended: now(), phase: '', reason: '', until: null, progress: over === 'done' ? 1 : (ledger.held(id)?.progress ?? null), error: error || null })
  }

  function endFor(id: string, asked: Exclude<Asked, undefined>): boolean {
    const one = live.get(id)
    if (!one) return false
    const at = queue.indexOf(id)
    if (at >= 0) queue.splice(at, 1)
    if (!one.attempt) finish(id, 'cancelled', '')
    else {
      one.asked ??= asked
      ledger.change(id, { phase: 'Stopping' })
      one.running?.end(one.spec.graceSeconds)
    }
    return true
  }

  /** What an earlier studio left: those that run are followed on, those that ended meanwhile are told, those that wait wait on. Before anything new is started. */
  async function adopt(): Promise<void> {
    const waiting: [string, ProcessSpec][] = []
    for (const job of ledger.left().filter(({ process }) => process)) {
      const spec = attempts.spec(job.id)
      if (!spec) continue
      ledger.add(job)
      const tries = attempts.of(job.id)
      const [open, last] = [tries.find(({ ended }) => ended === null), tries.at(-1)]
      if (open) await takeOver(job.id, spec, open, waiting)
      else if (last && job.state === 'running') await closeAgain(job.id, spec, last)
      else waiting.push([job.id, spec])
    }
    for (const [id, spec] of waiting) enqueue(id, spec)
  }

  /** The studio died when the end of the try was written and the job's was not yet. */
  async function closeAgain(id: string, spec: ProcessSpec, { number, state, said }: Attempt): Promise<void> {
    const one: Live = { spec, attempt: undefined, running: undefined, asked: undefined, admitted: false }
    live.set(id, one)
    decide(id, one, { number, state, said, last: state === 'succeeded' ? '' : await logSayings(join(folderOf(id, number), 'log')), final: false })
  }

  async function takeOver(id: string, spec: ProcessSpec, open: Attempt, waiting: [string, ProcessSpec][]): Promise<void> {
    const running = await runner.find({ job: id, attempt: open.number, folder: folderOf(id, open.number) })
    if (running) {
      const one: Live = { spec, attempt: open, running: undefined, asked: undefined, admitted: true }
      live.set(id, one)
      void follow(id, one, running)
      return
    }
    ledger.change(id, { state: 'waiting', reason: 'The studio stopped before it had begun; it is started anew.' })
    attempts.write({ ...open, state: 'lost', ended: now(), said: 'The studio stopped before it had begun.' })
    waiting.push([id, spec])
  }

  /** Lets go of what runs without ending it: the next studio takes it over. */
  function leave(): void {
    desk = 'left'
    queue.length = 0
    use.stop()
  }

  return {
    submit, adopt, leave, folderOf,
    cancel: (id: string) => endFor(id, 'cancel'),
    onUse: use.listen,
    running: () => [...live.values()].filter(({ admitted }) => admitted).map(({ spec }) => ({ title: '', resources: spec.resources })),
  }
}

function cannotStart(error: unknown, cwd: string): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT') return `It could not be started: there is no folder “${cwd}” any more.`
  if (code === 'E2BIG') return 'It could not be started: its arguments and variables are longer than the system takes.'
  return `It could not be started: ${bodyOf(error).message}`
}
