import type { Job } from '../domain/job.ts'

/** Milliseconds that the job waited and ran; `ran` is undefined when it never started. */
export function spansOf({ created, started, ended }: Pick<Job, 'created' | 'started' | 'ended'>, now: number): { readonly waited: number; readonly ran: number | undefined } {
  const end = ended === null ? now : Date.parse(ended)
  const begin = started === null ? end : Date.parse(started)
  return { waited: Math.max(0, begin - Date.parse(created)), ran: started === null ? undefined : Math.max(0, end - begin) }
}
