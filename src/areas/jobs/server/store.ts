import { join } from 'node:path'
import type { Sqlite } from '#node/sqlite.ts'
import type { Events } from '#wire/events.ts'
import type { Job } from '../domain/job.ts'
import { openAttempts, processSchema } from './attempts.ts'
import { localRunner } from './local-runner.ts'
import { now, openLedger } from './ledger.ts'
import { watchLogs } from './log-watch.ts'
import { openLogs } from './logs.ts'
import { openProcesses } from './processes.ts'
import type { Reasons, SecretOf } from './processes.ts'
import type { Runner } from './runner.ts'
import { dropFolder } from './spares.ts'
import { openWorks } from './works.ts'

export type Jobs = ReturnType<typeof openJobs>

const schema = [
  `CREATE TABLE jobs(id TEXT PRIMARY KEY, created TEXT NOT NULL, state TEXT NOT NULL, body TEXT NOT NULL) STRICT;
   CREATE INDEX jobs_by_created ON jobs(created DESC)`,
  ...processSchema,
]

export const keptDays = 30

interface Needs {
  readonly sqlite: Sqlite
  readonly events: Events
  readonly slots?: number
  /** Where the logs and exit statuses of commands are kept. */
  readonly folder?: string
  readonly runner?: Runner
  readonly secretOf?: SecretOf
  readonly reasons?: Reasons
}

/** Long work with progress, a reason for waiting and cancel: functions inside the studio, which die with it, and commands on the machine, which do not. */
export function openJobs({ sqlite, events, slots = 2, folder = '', runner = localRunner({ warm: folder === '' ? undefined : join(folder, 'warm') }), secretOf = (name) => process.env[name], reasons = {} }: Needs) {
  sqlite.migrate('jobs', schema)
  const ledger = openLedger({ sqlite, events })
  const attempts = openAttempts(sqlite)
  const works = openWorks({ ledger, slots })
  const processes = openProcesses({ ledger, attempts, runner, folder, secretOf, reasons })
  const logs = openLogs()
  const logWatch = watchLogs({ events, runs: (id) => ledger.held(id) !== undefined })

  for (const job of ledger.left().filter(({ process }) => !process)) {
    ledger.save({ ...job, state: 'lost', ended: now(), reason: '', error: 'The studio stopped while this was under way. Nothing half-done was kept; start it again.' })
  }

  function cancel(id: string): Job {
    if (!works.cancel(id)) processes.cancel(id)
    return ledger.get(id)
  }

  /** Takes what is over off the list, its logs and attempts too; answers how many. */
  function clear(before?: string): number {
    const gone = ledger.clear(before)
    attempts.forget(gone)
    if (folder) for (const id of gone) void dropFolder(join(folder, id))
    return gone.length
  }

  /** Follows on what an earlier studio started, and lets go of jobs that ended longer ago than they are kept. */
  async function adopt(): Promise<void> {
    await processes.adopt()
    // Counted back from the newest job: a clock that runs ahead when the studio starts lets go of nothing.
    const newest = Math.min(Date.now(), Date.parse(ledger.newest() ?? '') || 0)
    clear(new Date(newest - keptDays * 86_400_000).toISOString())
  }

  async function stopAll(): Promise<void> {
    processes.leave()
    logWatch.stop()
    runner.close?.()
    await works.stopAll()
    ledger.forget()
  }

  return {
    start: works.start, submit: processes.submit, onUse: processes.onUse, cancel, clear, adopt, stopAll,
    list: ledger.list, get: ledger.get, settled: ledger.settled,
    attempts: attempts.of, spec: attempts.spec, logs, logWatch, runner,
    /** Folder of a try; of the last where none is named. */
    folderOf: (id: string, number?: number) => processes.folderOf(id, number ?? attempts.of(id).at(-1)?.number ?? 1),
    taken: processes.running,
  }
}
