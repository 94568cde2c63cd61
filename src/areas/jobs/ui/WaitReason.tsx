import type { Job } from '../domain/job.ts'
import { reasonWords } from './reason-words.ts'
import { useNow } from './useNow.ts'

/** Why a job waits; the time to its next try goes down by itself. */
export function WaitReason({ job }: { readonly job: Pick<Job, 'reason' | 'until'> }) {
  const now = useNow(job.until !== null)
  return <>{reasonWords(job, now)}</>
}
