import { GridList } from 'react-aria-components/GridList'
import { useDesk } from '#kit/desk.ts'
import type { Job } from '../domain/job.ts'
import { JobRow } from './JobRow.tsx'
import { useStopping } from './useStopping.tsx'

export function JobList({ jobs }: { readonly jobs: readonly Job[] }) {
  const desk = useDesk()
  const { stop, dialog } = useStopping()
  return (
    <>
      <GridList aria-label="Jobs" items={jobs} className="min-h-0 flex-1 overflow-auto outline-none" onAction={(id) => desk.open('job', { id: String(id) })}>
        {(job) => <JobRow job={job} onCancel={() => stop(job)} />}
      </GridList>
      {dialog}
    </>
  )
}
