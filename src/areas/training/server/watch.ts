import { totalmem } from 'node:os'
import { join } from 'node:path'
import type { Environments } from '#areas/environments/server/store.ts'
import type { Job } from '#areas/jobs/domain/job.ts'
import type { Usage } from '#areas/jobs/domain/process.ts'
import type { Jobs } from '#areas/jobs/server/store.ts'
import { jobTag } from '#areas/runs/domain/run.ts'
import type { Runs } from '#areas/runs/server/store.ts'
import type { Events } from '#wire/events.ts'
import { Problem } from '#wire/problem.ts'
import type { TrainingRun } from '../domain/job-file.ts'
import { lockText } from './environment.ts'
import { logTail } from './log-tail.ts'
import type { Records } from './records.ts'
import type { openTracking } from './tracking.ts'

interface Needs { readonly root: string; readonly records: Records; readonly jobs: Jobs; readonly runs: Runs; readonly environments: Environments; readonly events: Events; readonly tracking: ReturnType<typeof openTracking> }

const everyMs = 2000

/** Follows jobs that track a run, those of an earlier studio too: usage becomes system metrics, and no run stays open whose job is over. */
export function openWatch({ root, records, jobs, runs, environments, events, tracking }: Needs) {
  const open = new Map<string, { readonly run: string; start: number; told: number }>()

  function follow(one: TrainingRun): void {
    const { run, job } = one
    if (run !== null) open.set(job, { run, start: runs.runs.info(run).start ?? Date.now(), told: 0 })
    const over = jobOf(job)?.state === undefined ? Promise.resolve(undefined) : jobs.settled(job)
    void over.then((ended) => close(one, ended)).catch((error: unknown) => console.error(error))
    if (jobOf(job)?.started) begun(job)
  }

  function begun(job: string): void {
    const one = open.get(job)
    if (!one) return
    one.start = Date.parse(jobOf(job)?.started ?? '') || Date.now()
    void quietly(tracking.begin(one.run, one.start))
  }

  function jobOf(id: string): Job | undefined {
    try {
      return jobs.get(id)
    } catch (error) {
      if (error instanceof Problem) return undefined
      throw error
    }
  }

  async function close(one: TrainingRun, ended: Job | undefined): Promise<void> {
    open.delete(one.job)
    const locked = one.lock === null ? await withLock(one) : one
    if (one.run !== null) {
      await quietly(keep(locked, one.run))
      await quietly(tracking.end(one.run, ended?.state === 'done' ? 'FINISHED' : ended?.state === 'cancelled' ? 'KILLED' : 'FAILED'))
    }
    records.end(one.job)
    events.tell({ area: 'training', ids: [one.job, ...(one.run === null ? [] : [one.run])], what: 'over' })
  }

  /** An environment that was built for this work has its lock only now. */
  async function withLock(one: TrainingRun): Promise<TrainingRun> {
    const manifest = one.environmentKey === null ? undefined : await environments.manifest(one.environmentKey)
    if (!manifest) return one
    const locked = { ...one, lock: lockText(manifest.parts.python, manifest.lock) }
    records.put(locked)
    return locked
  }

  /** The job's own folder goes when the list of jobs is cleared. */
  async function keep({ job, spec, lock }: TrainingRun, run: string): Promise<void> {
    await keepLogs(job, run)
    if (lock !== null) await tracking.text(run, 'environment/requirements.txt', lock)
    await tracking.outputs(run, join(jobs.folderOf(job, 1), '..', 'output'), spec.outputs.map((path) => ({ path, place: join(root, path) })))
  }

  /** Of each try; the last has the plain name. */
  async function keepLogs(job: string, run: string): Promise<void> {
    const numbers = jobs.attempts(job).map(({ number }) => number)
    for (const number of numbers) {
      const log = await logTail(join(jobs.folderOf(job, number), 'log'))
      if (log) await tracking.text(run, `logs/${job}${number === numbers.at(-1) ? '' : `.attempt-${number}`}.log`, log)
    }
  }

  jobs.onUse((job, usage) => {
    const one = open.get(job)
    if (!one || usage.at - one.told < everyMs) return
    one.told = usage.at
    void quietly(runs.log.batch({ run: one.run, metrics: systemMetrics(usage, one.start, jobs.runner.slots.cpu), by: 'studio' }))
  })
  const deaf = events.listen(({ area, ids, what }) => {
    if (area !== 'jobs' || what !== 'running') return
    for (const id of ids) begun(id)
  })

  /** Runs that were made in the moment in which the studio died, before their job was. */
  async function tidy(): Promise<void> {
    const experiments = runs.experiments.all().map(({ id }) => id)
    const { items } = runs.runs.search({ experiments, filter: "attributes.status = 'SCHEDULED'", view: 'active', max: 50_000 })
    for (const { info, tags } of items) {
      const job = tags.find(({ key }) => key === jobTag)?.value
      if (job !== undefined && !records.ofJob(job)) await tracking.end(info.id, 'FAILED')
    }
  }

  for (const one of records.open()) follow(one)
  void quietly(tidy())
  return { follow, close: deaf }
}

/** As MLflow names them; the step counts seconds of the run, so that it goes on after a restart. */
function systemMetrics({ at, cpu, memory }: Usage, start: number, cores: number) {
  const step = Math.max(0, Math.round((at - start) / 1000))
  const values = { 'system/cpu_utilization_percentage': (100 * cpu) / cores, 'system/system_memory_usage_megabytes': memory / 1e6, 'system/system_memory_usage_percentage': (100 * memory) / totalmem() }
  return Object.entries(values).map(([key, value]) => ({ key, value: Math.round(value * 10) / 10, time: at, step }))
}

/** A run that was deleted meanwhile takes nothing any more, which is no fault. */
async function quietly(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => { if (!(error instanceof Problem)) console.error(error) })
}
