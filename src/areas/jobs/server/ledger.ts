import type { Sqlite } from '#node/sqlite.ts'
import type { Events } from '#wire/events.ts'
import { isDiskFull, Problem } from '#wire/problem.ts'
import { isOver, Job } from '../domain/job.ts'

export type Ledger = ReturnType<typeof openLedger>

/** The list of jobs: those under way are held, each change of state is written before it is told. */
export function openLedger({ sqlite, events }: { readonly sqlite: Sqlite; readonly events: Events }) {
  const { db } = sqlite
  const put = db.prepare('INSERT INTO jobs VALUES (?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET state = excluded.state, body = excluded.body')
  const live = new Map<string, Job>()
  const hearing = new Map<string, ((job: Job) => void)[]>()

  /** Where jobs stand that could not be written down, as on a full disk; written with the next that can. */
  const owed = new Map<string, Job>()

  function save(job: Job): void {
    put.run(job.id, job.created, job.state, JSON.stringify(job))
    owed.delete(job.id)
    for (const late of owed.values()) keep(late)
  }

  /** What has begun goes on although it cannot be written down now. */
  function keep(job: Job): void {
    try {
      const write = () => put.run(job.id, job.created, job.state, JSON.stringify(job))
      if (isOver(job.state)) write()
      else sqlite.lightly(write)
      owed.delete(job.id)
    } catch (error) {
      if (!isDiskFull(error)) throw error
      owed.set(job.id, job)
    }
  }

  function add(job: Job): void {
    save(job)
    live.set(job.id, job)
  }

  /** Changes a job under way; undefined where it is over or unknown. */
  function change(id: string, part: Partial<Job>): Job | undefined {
    const before = live.get(id)
    if (!before) return undefined
    const job = { ...before, ...part }
    live.set(id, job)
    if (part.state) keep(job)
    events.tell({ area: 'jobs', ids: [id], what: part.state ?? 'progress' })
    if (isOver(job.state)) {
      live.delete(id)
      for (const hear of hearing.get(id) ?? []) hear(job)
      hearing.delete(id)
    }
    return job
  }

  /** What an earlier studio left under way. */
  function left(): Job[] {
    return db.prepare("SELECT body FROM jobs WHERE state IN ('waiting', 'running') ORDER BY created, id").all().map((row) => parse(row.body)).filter(({ id }) => !live.has(id))
  }

  function list({ running, limit }: { running: boolean; limit: number }): Job[] {
    if (running) return [...live.values()]
    return db.prepare('SELECT id, body FROM jobs ORDER BY created DESC, id DESC LIMIT ?').all(limit).map((row) => live.get(String(row.id)) ?? owed.get(String(row.id)) ?? parse(row.body))
  }

  function get(id: string): Job {
    const held = live.get(id) ?? owed.get(id)
    if (held) return held
    const row = db.prepare('SELECT body FROM jobs WHERE id = ?').get(id)
    if (!row) throw new Problem('missing', `There is no job ${id}.`)
    return parse(row.body)
  }

  /** The job once it is over. */
  function settled(id: string): Promise<Job> {
    if (!live.has(id)) return Promise.resolve(get(id))
    return new Promise((resolve) => { hearing.set(id, [...(hearing.get(id) ?? []), resolve]) })
  }

  /** Jobs that are over and ended before then leave the list; answers their ids. */
  function clear(before = '9999'): string[] {
    owed.clear()
    return db.prepare("DELETE FROM jobs WHERE state NOT IN ('waiting', 'running') AND coalesce(json_extract(body, '$.ended'), created) < ? RETURNING id").all(before).map((row) => String(row.id))
  }

  /** When the newest job was asked for; undefined where there is none. */
  function newest(): string | undefined {
    const row = db.prepare('SELECT max(created) AS created FROM jobs').get()
    return typeof row?.created === 'string' ? row.created : undefined
  }

  return { add, change, save, left, list, get, settled, clear, newest, held: (id: string) => live.get(id), underWay: () => [...live.values()], forget: () => live.clear() }
}

function parse(body: unknown): Job {
  return Job.parse(JSON.parse(String(body)))
}

export function newJob({ id, kind, title, by }: { readonly id: string; readonly kind: string; readonly title: string; readonly by: string }): Job {
  return {
    id, kind, title, state: 'waiting', progress: null, phase: '', reason: 'Starting', until: null, actor: by,
    created: now(), started: null, ended: null, error: null, result: null, process: false, tags: {},
  }
}

export function now(): string {
  return new Date().toISOString()
}
