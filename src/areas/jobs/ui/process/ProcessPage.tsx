import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import type { PanelProps } from '#kit/desk.ts'
import { LogView } from '#kit/LogView.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { Tabs } from '#kit/Tabs.tsx'
import { ask, asking } from '#wire/ask.ts'
import { jobs, logFeed } from '../../contract.ts'
import type { Job } from '../../domain/job.ts'
import { AttemptSelect } from './AttemptSelect.tsx'
import { ProcessDetails } from './ProcessDetails.tsx'
import { ProcessHead } from './ProcessHead.tsx'
import { ProcessNow } from './ProcessNow.tsx'

const UseTab = lazy(() => import('./UseTab.tsx').then(({ UseTab: view }) => ({ default: view })))
const tabs = ['log', 'use', 'details'] as const

/** A command on the machine: where it stands, its log, what it uses, and what it was started with. */
export function ProcessPage({ job, params, setParams, active }: PanelProps & { readonly job: Job }) {
  const { data, error, refetch } = useQuery(asking(jobs.process, { id: job.id }))
  const selected = tabs.find((tab) => tab === params['tab']) ?? 'log'
  const { spec, attempts = [] } = data ?? {}
  const numbers = attempts.map(({ number }) => number)
  const attempt = numbers.find((number) => String(number) === params['attempt']) ?? numbers.at(-1) ?? 1
  const show = (number: number, rest = {}) => setParams({ ...rest, attempt: number === numbers.at(-1) ? '' : String(number) })
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface" data-view="job">
      <ProcessHead job={job} active={active} />
      {error && <div className="flex-none p-3"><ProblemNote error={error} onRetry={() => void refetch()} /></div>}
      <ProcessNow job={job} spec={spec} attempts={attempts} />
      <Tabs
        label="Job" selected={selected} onSelect={(tab) => setParams({ tab: tab === 'log' ? '' : tab })}
        items={[
          {
            id: 'log', label: 'Log',
            view: <LogView key={attempt} feed={logFeed(ask, { id: job.id, attempt })} commands="jobs" active={active} waiting={job.reason || undefined} lead={<AttemptSelect attempts={numbers} attempt={attempt} onAttempt={(number) => show(number)} />} />,
          },
          { id: 'use', label: 'CPU and memory', view: data && <Suspense fallback={<Loading />}><UseTab job={job} attempt={attempt} spec={data.spec} attempts={data.attempts} /></Suspense> },
          { id: 'details', label: 'Details', view: data ? <ProcessDetails job={job} {...data} onAttempt={(number) => show(number, { tab: '' })} /> : <Loading /> },
        ]}
      />
    </div>
  )
}

function Loading() {
  return <div className="p-6"><Skeleton lines={8} height={20} label="Reading the job" /></div>
}
