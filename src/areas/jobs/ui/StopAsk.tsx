import { useQuery } from '@tanstack/react-query'
import { StopDialog } from '#kit/StopDialog.tsx'
import { asking } from '#wire/ask.ts'
import { jobs } from '../contract.ts'
import type { Job } from '../domain/job.ts'
import { useCancel } from './useCancel.ts'

/** Asks before a job that runs a command is ended, with the grace that it was given. */
export function StopAsk({ job: { id, title, state }, onClose }: { readonly job: Job; readonly onClose: () => void }) {
  const cancel = useCancel()
  const { data } = useQuery(asking(jobs.process, { id }))
  return <StopDialog title={title} graceSeconds={data?.spec.graceSeconds} started={state === 'running'} onStop={() => cancel(id)} onClose={onClose} />
}
