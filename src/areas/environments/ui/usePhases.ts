import { useQuery } from '@tanstack/react-query'
import { jobs } from '#areas/jobs/contract.ts'
import { ask } from '#wire/ask.ts'
import { phaseMark, phasesIn } from '../domain/phases.ts'
import type { Phase } from '../domain/phases.ts'

/** The phases of a build, asked anew as its log grows: that is news of an area of its own. */
export function usePhases(job: string): readonly Phase[] {
  const { data } = useQuery({
    queryKey: ['jobLogs', job, 'phases'],
    queryFn: async ({ signal }) => phasesIn((await ask(jobs.logFind, { id: job, text: phaseMark }, signal)).found),
  })
  return data ?? []
}
