import { useQuery } from '@tanstack/react-query'
import { jobs } from '#areas/jobs/contract.ts'
import { isOver } from '#areas/jobs/domain/job.ts'
import { asking } from '#wire/ask.ts'

/** A job as it goes on; asked each half second while it is under way, besides what the event stream tells. */
export function useJob(id: string | undefined) {
  return useQuery({
    ...asking(jobs.get, { id: id ?? '' }), enabled: id !== undefined && id !== '', staleTime: 0,
    refetchInterval: ({ state }) => (state.data && isOver(state.data.state) ? false : 500),
  })
}
