import { Hourglass } from 'lucide-react'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Progress } from '#kit/Progress.tsx'
import type { Job } from '../domain/job.ts'

/** Where the job stands: its progress, why it waits, or why it did not end well. */
export function JobNow({ job }: { readonly job: Job }) {
  const { state, phase, progress, reason, error } = job
  switch (state) {
    case 'running': return <Progress label={phase || 'Running'} {...(progress === null ? {} : { done: progress })} reason={reason || undefined} />
    case 'waiting': return <p className="flex items-start gap-2 rounded-2 bg-sunken p-3 text-s"><Hourglass size={15} />{reason || 'Waiting for its turn'}</p>
    case 'cancelled': return <p className="rounded-2 bg-sunken p-3 text-s">{job.started === null ? 'It was cancelled before it started.' : 'It was cancelled before it was done.'}</p>
    case 'failed':
    case 'lost': return <ProblemNote error={error ?? 'It ended without saying why. Start it again; if it ends so once more, see what the server printed.'} />
    case 'done': return null
  }
}
