import { useQuery } from '@tanstack/react-query'
import { ListChecks } from 'lucide-react'
import { jobs } from '#areas/jobs/contract.ts'
import { useStopping } from '#areas/jobs/ui/useStopping.tsx'
import { Empty } from '#kit/Empty.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Progress } from '#kit/Progress.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { asking } from '#wire/ask.ts'

export function JobsCard() {
  const { data, error, refetch } = useQuery(asking(jobs.list, { running: true }))
  const { stop, dialog } = useStopping()
  return (
    <section className="card" aria-label="Running jobs">
      <h2>Running jobs{data && data.length > 0 && <small>{data.length}</small>}</h2>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <div className="p-3"><Skeleton lines={3} height={20} /></div>}
      {data?.length === 0 && <Empty icon={ListChecks} title="Nothing runs" text="Trainings, builds of environments, imports and full recipes show their progress here and can be stopped." />}
      {data?.map((job) => (
        <div key={job.id} className="px-3 py-2"><Progress label={job.title} done={job.state === 'waiting' ? 0 : (job.progress ?? undefined)} reason={job.reason || job.phase || undefined} onCancel={() => stop(job)} /></div>
      ))}
      {dialog}
    </section>
  )
}
