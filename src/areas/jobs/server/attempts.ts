import { z } from 'zod'
import type { Sqlite } from '#node/sqlite.ts'
import { isDiskFull } from '#wire/problem.ts'
import { Attempt, ProcessSpec } from '../domain/process.ts'

/** Tables of process jobs: what was asked for, and each try of it. */
export const processSchema = [
  `CREATE TABLE job_processes(job TEXT PRIMARY KEY, spec TEXT NOT NULL) STRICT;
   CREATE TABLE job_attempts(job TEXT NOT NULL, number INTEGER NOT NULL, over INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY(job, number)) STRICT, WITHOUT ROWID;
   CREATE TRIGGER job_attempts_once BEFORE UPDATE ON job_attempts WHEN old.over = 1 BEGIN SELECT raise(ABORT, 'An attempt that is over is not written again.'); END`,
] as const

/** Attempts are rows: added once, closed once. That one begins is on the disk before it does; the rest is as soon as the job's own row is. */
export function openAttempts({ db, lightly }: Sqlite) {
  const addSpec = db.prepare('INSERT INTO job_processes VALUES (?, ?)')
  const specRow = db.prepare('SELECT spec FROM job_processes WHERE job = ?')
  const add = db.prepare('INSERT INTO job_attempts VALUES (?, ?, 0, ?)')
  const set = db.prepare('UPDATE job_attempts SET body = ?, over = ? WHERE job = ? AND number = ? AND over = 0')
  const rows = db.prepare('SELECT body FROM job_attempts WHERE job = ? ORDER BY number')

  /** True where this try was still open: a late word of one that was closed changes nothing. On a full disk it stays open, and the next studio finds its end in the folder. */
  function write(attempt: Attempt): boolean {
    try {
      return lightly(() => set.run(JSON.stringify(attempt), attempt.ended ? 1 : 0, attempt.job, attempt.number)).changes === 1
    } catch (error) {
      if (isDiskFull(error)) return true
      throw error
    }
  }

  return {
    keepSpec: (job: string, spec: ProcessSpec) => void lightly(() => addSpec.run(job, JSON.stringify(spec))),
    spec: (job: string): ProcessSpec | undefined => {
      const row = specRow.get(job)
      return row && ProcessSpec.parse(JSON.parse(String(row.spec)))
    },
    begin: (attempt: Attempt) => void add.run(attempt.job, attempt.number, JSON.stringify(attempt)),
    write,
    of: (job: string): Attempt[] => z.array(Attempt).parse(rows.all(job).map((row) => JSON.parse(String(row.body)))),
    forget: (jobs: readonly string[]) => {
      for (const job of jobs) {
        db.prepare('DELETE FROM job_attempts WHERE job = ?').run(job)
        db.prepare('DELETE FROM job_processes WHERE job = ?').run(job)
      }
    },
  }
}
