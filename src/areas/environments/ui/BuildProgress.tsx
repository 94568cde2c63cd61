import { useQuery } from '@tanstack/react-query'
import { jobs } from '#areas/jobs/contract.ts'
import { Progress } from '#kit/Progress.tsx'
import { asking } from '#wire/ask.ts'
import { useEnvironmentActions } from './useEnvironmentActions.ts'

/** The build that is under way: its phase, how far it is, why it waits, and a way to stop it. */
export function BuildProgress({ job }: { readonly job: string }) {
  const { data } = useQuery(asking(jobs.get, { id: job }))
  const { cancel } = useEnvironmentActions()
  const done = data?.progress ?? undefined
  return <Progress label={data?.phase || 'Building'} done={done} reason={data?.reason || undefined} onCancel={() => cancel(job)} />
}
