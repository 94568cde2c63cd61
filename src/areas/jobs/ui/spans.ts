import type { Job } from '../domain/job.ts'
import type { Attempt } from '../domain/process.ts'

type Times = Pick<Job, 'created' | 'started' | 'ended'>

/** Milliseconds that the job waited and ran; `ran` is undefined when it never started. */
export function spansOf({ created, started, ended }: Times, now: number): { readonly waited: number; readonly ran: number | undefined } {
  const end = ended === null ? now : Date.parse(ended)
  const begin = started === null ? end : Date.parse(started)
  return { waited: Math.max(0, begin - Date.parse(created)), ran: started === null ? undefined : Math.max(0, end - begin) }
}

/** A stretch of a job's life; `attempt` counts where it was tried more than once. */
export interface Stage { readonly kind: 'waiting' | 'running'; readonly attempt: number | undefined; readonly at: string; readonly ms: number }

/** What the job went through in order: between two tries it waits. */
export function stagesOf({ created, started, ended }: Times, attempts: readonly Pick<Attempt, 'number' | 'started' | 'ended'>[], now: number): readonly Stage[] {
  const end = ended ?? new Date(now).toISOString()
  const tries = attempts.length > 0 ? attempts : started === null ? [] : [{ number: 1, started, ended }]
  const stage = (kind: Stage['kind'], from: string, to: string, attempt?: number): Stage => ({ kind, attempt, at: from, ms: Math.max(0, Date.parse(to) - Date.parse(from)) })
  const tried = tries.flatMap((one, i) => [
    stage('waiting', i === 0 ? created : (tries[i - 1]?.ended ?? one.started), one.started),
    stage('running', one.started, one.ended ?? end, tries.length > 1 ? one.number : undefined),
  ])
  const last = tries.at(-1)
  const rest = stage('waiting', last ? (last.ended ?? end) : created, end)
  return last && rest.ms < 1000 ? tried : [...tried, rest]
}
