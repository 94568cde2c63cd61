import { newId } from '#lib/ids.ts'
import type { Sqlite } from '#node/sqlite.ts'
import type { Events } from '#wire/events.ts'
import { bodyOf, isDiskFull, Problem } from '#wire/problem.ts'
import { isOver, Job } from '../domain/job.ts'

export interface Work {
  readonly kind: string
  readonly title: string
  readonly by: string
  /** Returns the result; throws a Problem for what the person can mend. */
  readonly run: (at: { readonly signal: AbortSignal; readonly report: (share: number | null, phase?: string) => void; readonly id: string }) => Promise<unknown>
}

export type Jobs = ReturnType<typeof openJobs>

const schema = [
  `CREATE TABLE jobs(id TEXT PRIMARY KEY, created TEXT NOT NULL, state TEXT NOT NULL, body TEXT NOT NULL) STRICT;
   CREATE INDEX jobs_by_created ON jobs(created DESC)`,
]

/** Long work with progress, a reason for waiting and cancel. What ran when the studio died is told as lost. */
export function openJobs({ sqlite, events, slots = 2 }: { sqlite: Sqlite; events: Events; slots?: number }) {
  sqlite.migrate('jobs', schema)
  const { db } = sqlite
  const put = db.prepare('INSERT INTO jobs VALUES (?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET state = excluded.state, body = excluded.body')
  const live = new Map<string, { job: Job; work: Work; control: AbortController }>()
  const queue: string[] = []
  const done = new Map<string, ((job: Job) => void)[]>()
  /** Where jobs stand that could not be written down, as on a full disk; written with the next that can. */
  const owed = new Map<string, Job>()

  for (const row of db.prepare("SELECT body FROM jobs WHERE state IN ('waiting', 'running')").all()) {
    save({ ...parse(row.body), state: 'lost', ended: now(), reason: '', error: 'The studio stopped while this was under way. Nothing half-done was kept; start it again.' })
  }

  function save(job: Job): void {
    put.run(job.id, job.created, job.state, JSON.stringify(job))
    owed.delete(job.id)
    for (const late of owed.values()) keep(late)
  }

  /** What has begun goes on although it cannot be written down now. */
  function keep(job: Job): void {
    try {
      put.run(job.id, job.created, job.state, JSON.stringify(job))
      owed.delete(job.id)
    } catch (error) {
      if (!isDiskFull(error)) throw error
      owed.set(job.id, job)
    }
  }

  function change(id: string, part: Partial<Job>): Job | undefined {
    const one = live.get(id)
    if (!one) return undefined
    one.job = { ...one.job, ...part }
    if (part.state) keep(one.job)
    events.tell({ area: 'jobs', ids: [id], what: part.state ?? 'progress' })
    if (isOver(one.job.state)) {
      live.delete(id)
      for (const tell of done.get(id) ?? []) tell(one.job)
      done.delete(id)
    }
    return one.job
  }

  function start(work: Work): Job {
    const job: Job = {
      id: newId('job'), kind: work.kind, title: work.title, state: 'waiting', progress: null, phase: '', reason: 'Starting', actor: work.by,
      created: now(), started: null, ended: null, error: null, result: null, process: false, tags: {},
    }
    save(job)
    live.set(job.id, { job, work, control: new AbortController() })
    queue.push(job.id)
    pump()
    return live.get(job.id)?.job ?? job
  }

  function pump(): void {
    const running = [...live.values()].filter(({ job }) => job.state === 'running')
    while (running.length < slots && queue.length > 0) {
      const one = live.get(queue.shift() ?? '')
      if (!one) continue
      running.push(one)
      void runOne(one)
    }
    for (const id of queue) change(id, { reason: `Waiting for ${running.map(({ job }) => `“${job.title}”`).join(' and ')}: ${slots === 1 ? 'one job runs' : `${slots} jobs run`} at a time` })
    if (queue.length === 0 && running.length === 0) return
    events.tell({ area: 'jobs', ids: [], what: 'queue' })
  }

  async function runOne({ job, work, control }: { job: Job; work: Work; control: AbortController }): Promise<void> {
    change(job.id, { state: 'running', started: now(), reason: '', progress: 0 })
    let told = 0
    const report = (share: number | null, phase?: string) => {
      if (Date.now() - told < 100 && phase === undefined) return
      told = Date.now()
      change(job.id, { progress: share, ...(phase === undefined ? {} : { phase }) })
    }
    try {
      const result = await work.run({ signal: control.signal, report, id: job.id })
      change(job.id, { state: 'done', progress: 1, ended: now(), result: result ?? null })
    } catch (error) {
      if (!(error instanceof Problem) && !control.signal.aborted) console.error(error)
      change(job.id, control.signal.aborted ? { state: 'cancelled', ended: now() } : { state: 'failed', ended: now(), error: bodyOf(error).message })
    }
    pump()
  }

  function list({ running, limit }: { running: boolean; limit: number }): Job[] {
    if (running) return [...live.values()].map(({ job }) => job)
    return db.prepare('SELECT id, body FROM jobs ORDER BY created DESC, id DESC LIMIT ?').all(limit).map((row) => live.get(String(row.id))?.job ?? owed.get(String(row.id)) ?? parse(row.body))
  }

  function get(id: string): Job {
    const row = live.get(id)?.job ?? owed.get(id) ?? db.prepare('SELECT body FROM jobs WHERE id = ?').get(id)
    if (!row) throw new Problem('missing', `There is no job ${id}.`)
    return 'body' in row ? parse(row.body) : Job.parse(row)
  }

  function cancel(id: string): Job {
    const one = live.get(id)
    if (!one) return get(id)
    one.control.abort(new Problem('conflict', 'Stopped by the user.'))
    const at = queue.indexOf(id)
    if (at < 0) return change(id, { phase: 'Stopping' }) ?? get(id)
    queue.splice(at, 1)
    return change(id, { state: 'cancelled', ended: now(), reason: '' }) ?? get(id)
  }

  /** The job once it is over. */
  function settled(id: string): Promise<Job> {
    if (!live.has(id)) return Promise.resolve(get(id))
    return new Promise((resolve) => done.set(id, [...(done.get(id) ?? []), resolve]))
  }

  function clear(): number {
    owed.clear()
    return Number(db.prepare("DELETE FROM jobs WHERE state NOT IN ('waiting', 'running')").run().changes)
  }

  /** Stops what runs and waits until it has stopped, a second at the most: after it nothing writes here any more. */
  async function stopAll(): Promise<void> {
    queue.length = 0
    const ends = [...live.values()].filter(({ job }) => job.state === 'running').map(({ job }) => settled(job.id))
    for (const { control } of live.values()) control.abort(new Problem('conflict', 'The studio is stopping.'))
    await Promise.race([Promise.all(ends), new Promise((resolve) => setTimeout(resolve, 1000).unref())])
    live.clear()
  }

  return { start, list, get, cancel, settled, clear, stopAll }
}

function parse(body: unknown): Job {
  return Job.parse(JSON.parse(String(body)))
}

function now(): string {
  return new Date().toISOString()
}
