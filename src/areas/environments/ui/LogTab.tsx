import { useQuery } from '@tanstack/react-query'
import { ScrollText, SquareArrowOutUpRight } from 'lucide-react'
import { jobs, logFeed } from '#areas/jobs/contract.ts'
import { Button } from '#kit/Button.tsx'
import { useDesk } from '#kit/desk.ts'
import { Empty } from '#kit/Empty.tsx'
import { LogView } from '#kit/LogView.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { ask, asking } from '#wire/ask.ts'
import { isPhase } from '../domain/phases.ts'
import { Phases } from './Phases.tsx'
import { usePhases } from './usePhases.ts'

/** The last build: its phases as steps, and its log as it is written. */
export function LogTab({ job, active }: { readonly job: string | null; readonly active: boolean }) {
  if (job === null) return <Empty icon={ScrollText} title="No build yet" text="The log of a build is shown here while it is written, and kept." />
  return <BuildLog key={job} job={job} active={active} />
}

function BuildLog({ job, active }: { readonly job: string; readonly active: boolean }) {
  const desk = useDesk()
  const { data: told, error, refetch } = useQuery(asking(jobs.get, { id: job }))
  const phases = usePhases(job)
  if (error) return <div className="p-4"><ProblemNote error={error} onRetry={() => void refetch()} /></div>
  if (!told) return <div className="p-6"><Skeleton lines={10} label="Reading the log" /></div>
  return (
    <LogView
      feed={logFeed(ask, { id: job })} commands="environments" active={active} isHead={isPhase} waiting={told.reason || undefined}
      renderAside={(show) => <Phases phases={phases} state={told.state} onShow={show} />}
      more={<Button size="s" icon={SquareArrowOutUpRight} onPress={() => desk.open('job', { id: job })}>Open the job</Button>}
    />
  )
}
