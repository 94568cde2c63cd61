import { Ban, CircleAlert, CircleCheck, Hourglass, LoaderCircle, Unplug } from 'lucide-react'
import type { Icon } from '#kit/icon.ts'
import { Progress } from '#kit/Progress.tsx'
import { useCommand } from '#wire/ask.ts'
import { jobs } from '../contract.ts'
import { isOver } from '../domain/job.ts'
import type { Job, JobState } from '../domain/job.ts'

const looks: Record<JobState, { readonly icon: Icon; readonly word: string; readonly tone: string }> = {
  waiting: { icon: Hourglass, word: 'Waits', tone: 'text-ink-2' },
  running: { icon: LoaderCircle, word: 'Runs', tone: 'text-accent' },
  done: { icon: CircleCheck, word: 'Done', tone: 'text-good' },
  failed: { icon: CircleAlert, word: 'Failed', tone: 'text-bad' },
  cancelled: { icon: Ban, word: 'Cancelled', tone: 'text-ink-2' },
  lost: { icon: Unplug, word: 'Cut off by a restart', tone: 'text-warn' },
}
const clock = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' })

export function JobRow({ job }: { readonly job: Job }) {
  const cancel = useCommand(jobs.cancel)
  const { icon: StateIcon, word, tone } = looks[job.state]
  return (
    <li className="flex gap-2 px-3 py-2 border-b border-line">
      <span className={`pt-0.5 ${tone}`}><StateIcon size={14} /></span>
      <div className="flex-1 min-w-0">
        {isOver(job.state) ? <Over job={job} word={word} /> : (
          <Progress label={job.title} done={job.state === 'waiting' ? 0 : (job.progress ?? undefined)} reason={job.reason || job.phase || word} onCancel={() => cancel.mutate({ id: job.id })} />
        )}
      </div>
    </li>
  )
}

function Over({ job, word }: { readonly job: Job; readonly word: string }) {
  return (
    <>
      <div className="text-s clip" title={job.title}>{job.title}</div>
      <div className="text-xs text-ink-2">{word}{job.ended ? ` · ${clock.format(new Date(job.ended))}` : ''}{took(job)}</div>
      {job.error && <div className="text-xs text-bad wrap-anywhere">{job.error}</div>}
    </>
  )
}

function took({ started, ended }: Job): string {
  if (started === null || ended === null) return ''
  const seconds = (Date.parse(ended) - Date.parse(started)) / 1000
  return ` · took ${seconds < 60 ? `${seconds.toFixed(1)} s` : `${Math.round(seconds / 60)} min`}`
}
