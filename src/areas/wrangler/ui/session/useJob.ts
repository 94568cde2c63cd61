import { useQuery } from '@tanstack/react-query'
import { jobs } from '#areas/jobs/contract.ts'
import { isOver } from '#areas/jobs/domain/job.ts'
import type { Job } from '#areas/jobs/domain/job.ts'
import { asking, useCommand } from '#wire/ask.ts'

/** A job followed to its end, and how to stop it. */
export function useJob(id: string | undefined): { readonly job: Job | undefined; readonly error: Error | null; readonly cancel: () => void } {
  const { data, error } = useQuery({
    ...asking(jobs.get, { id: id ?? '' }),
    enabled: id !== undefined,
    refetchInterval: (query) => (query.state.data && isOver(query.state.data.state) ? false : 400),
  })
  const { mutate } = useCommand(jobs.cancel)
  return { job: data, error, cancel: () => { if (id !== undefined) mutate({ id }) } }
}
