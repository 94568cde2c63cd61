import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Progress } from '#kit/Progress.tsx'
import type { JobRun } from './useJobOf.ts'

/** How far a job is, why it waits, or what stopped it. */
export function JobLine<I>({ run, label, onRetry, cancel = true }: { readonly run: JobRun<I>; readonly label: string; readonly onRetry?: () => void; readonly cancel?: boolean }) {
  const { job, running, error } = run
  if (error) return <ProblemNote error={error} {...(onRetry ? { onRetry } : {})} />
  if (!running) return null
  return <Progress label={job?.phase || label} {...(job && job.progress !== null ? { done: job.progress } : {})} reason={job?.reason} onCancel={cancel ? run.cancel : undefined} />
}
