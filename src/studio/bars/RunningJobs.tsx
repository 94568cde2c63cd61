import { useQuery } from '@tanstack/react-query'
import { Hourglass, LoaderCircle } from 'lucide-react'
import { jobs } from '#areas/jobs/contract.ts'
import { WaitReason } from '#areas/jobs/ui/WaitReason.tsx'
import { useStopping } from '#areas/jobs/ui/useStopping.tsx'
import { Progress } from '#kit/Progress.tsx'
import { asking } from '#wire/ask.ts'
import { panelOf } from '../catalogue.ts'
import { useStudio } from '../studio.ts'

/** The work that runs, the first with its progress; the rest by number, with why they wait. */
export function RunningJobs() {
  const { desk } = useStudio()
  const { data = [] } = useQuery(asking(jobs.list, { running: true }))
  const { stop, dialog } = useStopping()
  const running = data.filter(({ state }) => state === 'running')
  const waiting = data.filter(({ state }) => state === 'waiting')
  const [first] = running
  const more = running.length - 1
  const [wait] = waiting
  const openJobs = () => { if (panelOf('jobs')) desk.open('jobs') }
  return (
    <>
      {first && (
        <span className="min-w-0" role="status">
          <LoaderCircle size={13} className="turn" />
          <Progress slim label={first.title} done={first.progress ?? undefined} reason={first.phase || undefined} onCancel={() => stop(first)} />
        </span>
      )}
      {more > 0 && <button type="button" className="link" onClick={openJobs}>{more} more</button>}
      {wait && <span className="min-w-0" title={waiting.map(({ title, reason }) => `${title}: ${reason}`).join('\n')}><Hourglass size={13} /><span className="clip">{waiting.length} waiting{wait.reason && <>: <WaitReason key={wait.until} job={wait} /></>}</span></span>}
      {dialog}
    </>
  )
}
