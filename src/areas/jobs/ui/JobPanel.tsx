import { useEffect } from 'react'
import { Button } from '#kit/Button.tsx'
import { useCommandHere } from '#kit/desk.ts'
import type { PanelProps } from '#kit/desk.ts'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { Toolbar } from '#kit/Toolbar.tsx'
import { Problem } from '#wire/problem.ts'
import { isOver } from '../domain/job.ts'
import type { Job } from '../domain/job.ts'
import { JobFacts } from './JobFacts.tsx'
import { JobNow } from './JobNow.tsx'
import { JobResult } from './JobResult.tsx'
import { JobTimes } from './JobTimes.tsx'
import { ProcessPage } from './process/ProcessPage.tsx'
import { ResultLinks } from './ResultLinks.tsx'
import { StateChip } from './StateChip.tsx'
import { useCancel } from './useCancel.ts'
import { useJob } from './useJob.ts'

/** One job in full: what it does, when, who asked for it, and what it came to. */
export function JobPanel(props: PanelProps) {
  const { params, setTitle, close, active } = props
  const { id = '' } = params
  const { data: job, error, refetch } = useJob(id)
  const cancel = useCancel()
  const title = job?.title
  useEffect(() => { if (title) setTitle(title) }, [title, setTitle])
  useCommandHere('jobs.cancel', active && job !== undefined && !job.process && !isOver(job.state), () => cancel(id))
  const gone = error instanceof Problem && error.code === 'missing'
  if (!job || gone) return <div className="p-6" data-view="job">{error ? <NoJob error={error} onRetry={() => void refetch()} onClose={close} /> : <Skeleton lines={8} height={20} label="Reading the job" />}</div>
  if (job.process) return <ProcessPage job={job} {...props} />
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface" data-view="job">
      <JobHead job={job} onCancel={() => cancel(id)} />
      <div className="min-h-0 flex-1 overflow-auto p-6 -outline-offset-2" role="region" aria-label="Details" tabIndex={0}>
        <div className="mx-auto flex max-w-[820px] flex-col gap-6">
          {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
          <JobNow job={job} />
          <JobFacts job={job} />
          <JobTimes job={job} />
          <JobResult job={job} />
        </div>
      </div>
    </div>
  )
}

function NoJob({ error, onRetry, onClose }: { readonly error: Error; readonly onRetry: () => void; readonly onClose: () => void }) {
  if (error instanceof Problem && error.code === 'missing') return <ProblemNote error={`${error.message} It may have been cleared from the list.`} onRetry={onClose} retryLabel="Close" />
  return <ProblemNote error={error} onRetry={onRetry} />
}

function JobHead({ job, onCancel }: { readonly job: Job; readonly onCancel: () => void }) {
  return (
    <Toolbar label="Job">
      <h1 className="ttl clip" title={job.title}>{job.title}</h1>
      <span role="status" className="flex"><StateChip state={job.state} /></span>
      <span className="sp" />
      <ResultLinks result={job.result} />
      {!isOver(job.state) && <Button variant="danger" onPress={onCancel}>Cancel</Button>}
    </Toolbar>
  )
}
