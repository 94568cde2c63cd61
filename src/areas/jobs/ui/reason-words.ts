import type { Job } from '../domain/job.ts'
import { durationWords } from './words.ts'

/** Why it waits, counted down where it is known until when. */
export function reasonWords({ reason, until }: Pick<Job, 'reason' | 'until'>, now: number): string {
  const left = until === null ? 0 : Date.parse(until) - now
  return left <= 0 ? reason : `${reason.replace(/\.$/, '')} in ${durationWords(Math.ceil(left / 1000) * 1000).replace('.0', '')}.`
}
