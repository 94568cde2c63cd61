import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { BrushCleaning, ListChecks } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { Empty } from '#kit/Empty.tsx'
import { Head } from '#kit/Head.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { asking, useCommand } from '#wire/ask.ts'
import { jobs } from '../contract.ts'
import { isOver } from '../domain/job.ts'
import { JobRow } from './JobRow.tsx'

/** The long work of this workspace: what runs, what waits and why, what it came to. */
export function JobsPanel() {
  const { data, error, refetch } = useQuery({ ...asking(jobs.list, {}), placeholderData: keepPreviousData })
  const clear = useCommand(jobs.clear)
  const over = data?.some(({ state }) => isOver(state)) ?? false
  return (
    <>
      <Head title="Jobs"><Button variant="ghost" size="s" icon={BrushCleaning} label="Take the finished off the list" disabled={!over} onPress={() => clear.mutate({})} /></Head>
      <div className="flex-1 min-h-0 overflow-auto flex flex-col">
        {error && <div className="px-3"><ProblemNote error={error} onRetry={() => void refetch()} /></div>}
        {clear.error && <div className="px-3"><ProblemNote error={clear.error} /></div>}
        {!data && !error && <div className="px-3"><Skeleton lines={6} height={18} /></div>}
        {data?.length === 0 && <Empty icon={ListChecks} title="Nothing runs" text="Imports, full recipes and comparisons show their progress here and can be stopped." />}
        {data && data.length > 0 && <ul aria-label="Jobs">{data.map((job) => <JobRow key={job.id} job={job} />)}</ul>}
      </div>
    </>
  )
}
