import { z } from 'zod'

export const JobState = z.enum(['waiting', 'running', 'done', 'failed', 'cancelled', 'lost'])
export type JobState = z.infer<typeof JobState>

export const Job = z.object({
  id: z.string(),
  /** What kind of work, e.g. `datasets.import`. */
  kind: z.string(),
  title: z.string(),
  state: JobState,
  /** Share done, 0 to 1; null while it cannot be told. */
  progress: z.number().nullable(),
  /** What it does now. */
  phase: z.string(),
  /** Why it waits, in words; empty when it does not. */
  reason: z.string(),
  /** When its wait ends, where that is known: the next try after one that failed. */
  until: z.string().nullable().default(null),
  actor: z.string(),
  created: z.string(),
  started: z.string().nullable(),
  ended: z.string().nullable(),
  /** What went wrong and what to do. */
  error: z.string().nullable(),
  /** What the work came to, as its kind defines it. */
  result: z.unknown(),
  /** True where it is a command on the machine, with attempts, a log and curves of use. */
  process: z.boolean().default(false),
  tags: z.record(z.string(), z.string()).default({}),
})
export type Job = z.infer<typeof Job>

export function isOver(state: JobState): boolean {
  return state !== 'waiting' && state !== 'running'
}
