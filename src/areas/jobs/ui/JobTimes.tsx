import type { ReactNode } from 'react'
import { isOver } from '../domain/job.ts'
import type { Job } from '../domain/job.ts'
import { spansOf } from './spans.ts'
import { stateLooks } from './states.ts'
import { useNow } from './useNow.ts'
import { durationWords, momentWords } from './words.ts'

/** The states that the job went through, with how long it stayed in each. */
export function JobTimes({ job }: { readonly job: Job }) {
  const { state, created, started, ended } = job
  const now = useNow(!isOver(state))
  const { waited, ran } = spansOf(job, now)
  return (
    <section aria-label="State over time">
      <h2 className="mb-2 text-s font-semibold">State over time</h2>
      <div className="mb-3 flex h-1.5 overflow-hidden rounded-full bg-sunken" aria-hidden="true">
        <span className="bg-line-strong" style={{ flexGrow: waited + 1 }} />
        {ran !== undefined && <span className="bg-accent" style={{ flexGrow: ran + 1 }} />}
      </div>
      <ol className="grid grid-cols-[auto_auto_1fr] gap-x-4 gap-y-1 text-s tabular-nums">
        <Moment name="waiting" at={created}>{durationWords(waited)}</Moment>
        {started !== null && ran !== undefined && <Moment name="running" at={started}>{durationWords(ran)}</Moment>}
        {ended !== null && <Moment name={stateLooks[state].words} at={ended}>{`${durationWords(waited + (ran ?? 0))} in all`}</Moment>}
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
