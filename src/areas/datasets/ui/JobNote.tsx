import { jobs } from '#areas/jobs/contract.ts'
import type { Job } from '#areas/jobs/domain/job.ts'
import { Progress } from '#kit/Progress.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { useCommand } from '#wire/ask.ts'

/** A job under way with its progress, reason and cancel; or what came of it when it did not end well. */
export function JobNote({ job, onRetry }: { readonly job: Job; readonly onRetry?: () => void }) {
  const cancel = useCommand(jobs.cancel)
  switch (job.state) {
    case 'waiting':
    case 'running': return <Progress label={job.title} done={job.progress ?? undefined} reason={job.reason || job.phase || undefined} onCancel={() => cancel.mutate({ id: job.id })} />
    case 'done': return null
    case 'cancelled': return <ProblemNote error={`“${job.title}” was stopped. Nothing half-done was kept.`} {...(onRetry ? { onRetry } : {})} />
    case 'failed':
    case 'lost': return <ProblemNote error={job.error ?? 'The work ended without a word.'} {...(onRetry ? { onRetry } : {})} />
  }
}
