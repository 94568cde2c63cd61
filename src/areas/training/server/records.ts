import { z } from 'zod'
import type { Sqlite } from '#node/sqlite.ts'
import { TrainingRun } from '../domain/job-file.ts'
import { schema } from './schema.ts'

export type Records = ReturnType<typeof openRecords>

export const Conversion = z.object({ job: z.string(), uri: z.string(), loggedModel: z.string().nullable(), model: z.string().nullable(), version: z.int().nullable(), by: z.string() })
export type Conversion = z.infer<typeof Conversion>

/** How runs were started, kept as it was. */
export function openRecords(sqlite: Sqlite) {
  sqlite.migrate('training', schema)
  const { db, lightly } = sqlite
  const put = db.prepare('INSERT INTO training_runs VALUES (?, ?, 0, ?) ON CONFLICT(job) DO UPDATE SET body = excluded.body')
  const byRun = db.prepare('SELECT body FROM training_runs WHERE run = ? ORDER BY rowid DESC LIMIT 1')
  const byJob = db.prepare('SELECT body FROM training_runs WHERE job = ?')
  const open = db.prepare('SELECT body FROM training_runs WHERE over = 0 ORDER BY rowid')
  const end = db.prepare('UPDATE training_runs SET over = 1 WHERE job = ?')
  const putOnnx = db.prepare('INSERT INTO training_onnx VALUES (?, 0, ?)')
  const openOnnx = db.prepare('SELECT body FROM training_onnx WHERE over = 0 ORDER BY rowid')
  const endOnnx = db.prepare('UPDATE training_onnx SET over = 1 WHERE job = ?')
  const read = (row: Record<string, unknown> | undefined): TrainingRun | undefined => row && TrainingRun.parse(JSON.parse(String(row.body)))

  return {
    /** Before its job, which takes it to the disk. */
    put: (one: TrainingRun) => void lightly(() => put.run(one.job, one.run, JSON.stringify(one))),
    ofRun: (run: string) => read(byRun.get(run)),
    ofJob: (job: string) => read(byJob.get(job)),
    open: (): TrainingRun[] => open.all().flatMap((row) => read(row) ?? []),
    end: (job: string) => void lightly(() => end.run(job)),
    conversions: {
      put: (one: Conversion) => void putOnnx.run(one.job, JSON.stringify(one)),
      open: (): Conversion[] => openOnnx.all().map((row) => Conversion.parse(JSON.parse(String(row.body)))),
      end: (job: string) => void endOnnx.run(job),
    },
  }
}
