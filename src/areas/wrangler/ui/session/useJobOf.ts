import { useMutation } from '@tanstack/react-query'
import { isOver } from '#areas/jobs/domain/job.ts'
import type { Job } from '#areas/jobs/domain/job.ts'
import { useJob } from './useJob.ts'

/** Begins a job and follows it; its result is there when it is done. */
export function useJobOf<I>(start: (input: I) => Promise<{ readonly job: string }>) {
  const begin = useMutation({ mutationFn: start })
  const { job, error, cancel } = useJob(begin.data?.job)
  return {
    start: begin.mutate, cancel, job,
    running: begin.isPending || (job !== undefined && !isOver(job.state)),
    error: begin.error ?? error ?? failureOf(job),
  }
}

function failureOf(job: Job | undefined): Error | null {
  if (job?.state === 'failed') return new Error(job.error ?? 'The work failed and did not say why. Try again.')
  if (job?.state === 'cancelled') return new Error('This was cancelled.')
  return job?.state === 'lost' ? new Error('The server was stopped while it worked. Start it again.') : null
}
