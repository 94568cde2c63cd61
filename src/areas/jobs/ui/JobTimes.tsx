import type { ReactNode } from 'react'
import { isOver } from '../domain/job.ts'
import type { Job } from '../domain/job.ts'
import type { Attempt } from '../domain/process.ts'
import { stagesOf } from './spans.ts'
import { stateLooks } from './states.ts'
import { useNow } from './useNow.ts'
import { durationWords, momentWords } from './words.ts'

/** The states that the job went through, each try of it and the waits between, with how long it stayed in each. */
export function JobTimes({ job, attempts = [] }: { readonly job: Job; readonly attempts?: readonly Attempt[] }) {
  const { state, created, ended } = job
  const now = useNow(!isOver(state))
  const stages = stagesOf(job, attempts, now)
  return (
    <section aria-label="State over time">
      <h2 className="mb-2 text-s font-semibold">State over time</h2>
      <div className="mb-3 flex h-1.5 overflow-hidden rounded-full bg-sunken" aria-hidden="true">
        {stages.map(({ kind, at, ms }) => <span key={`${kind} ${at}`} className={kind === 'waiting' ? 'bg-line-strong' : 'bg-accent'} style={{ flexGrow: ms + 1 }} />)}
      </div>
      <ol className="grid grid-cols-[auto_auto_1fr] gap-x-4 gap-y-1 text-s tabular-nums">
        {stages.map(({ kind, attempt, at, ms }) => <Moment key={`${kind} ${at}`} name={attempt === undefined ? kind : `${kind}, attempt ${attempt}`} at={at}>{durationWords(ms)}</Moment>)}
        {ended !== null && <Moment name={stateLooks[state].words} at={ended}>{`${durationWords(Date.parse(ended) - Date.parse(created))} in all`}</Moment>}
      </ol>
    </section>
  )
}

function Moment({ name, at, children }: { readonly name: string; readonly at: string; readonly children: ReactNode }) {
  return (
    <li className="col-span-3 grid grid-cols-subgrid">
      <span className="font-medium">{name}</span>
      <time dateTime={at}>{momentWords(at)}</time>
      <span className="text-ink-2">{children}</span>
    </li>
  )
}
