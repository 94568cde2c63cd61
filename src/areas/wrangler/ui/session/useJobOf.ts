import { useMutation } from '@tanstack/react-query'
import { isOver } from '#areas/jobs/domain/job.ts'
import type { Job } from '#areas/jobs/domain/job.ts'
import { useJob } from './useJob.ts'

export interface JobRun<I> {
  readonly start: (input: I) => void
  readonly cancel: () => void
  readonly job: Job | undefined
  readonly running: boolean
  readonly error: Error | null
}

/** Begins a job and follows it; its result is there when it is done. */
export function useJobOf<I>(start: (input: I) => Promise<{ readonly job: string }>): JobRun<I> {
  const begin = useMutation({ mutationFn: start })
  const { job, error, cancel } = useJob(begin.data?.job)
  const running = begin.isPending || (job !== undefined && !isOver(job.state))
  return { start: begin.mutate, cancel, job, running, error: running ? null : (begin.error ?? error ?? failureOf(job)) }
}

/** What a finished job came to. */
export function resultOf<T>({ job }: Pick<JobRun<never>, 'job'>, schema: { readonly safeParse: (value: unknown) => { readonly data?: T | undefined } }): T | undefined {
  return job?.state === 'done' ? schema.safeParse(job.result).data : undefined
}

function failureOf(job: Job | undefined): Error | null {
  if (job?.state === 'failed') return new Error(job.error ?? 'The work failed and did not say why. Try again.')
  if (job?.state === 'cancelled') return new Error('This was cancelled; nothing was kept.')
  return job?.state === 'lost' ? new Error('The server was stopped while it worked; nothing was kept. Start it again.') : null
}
