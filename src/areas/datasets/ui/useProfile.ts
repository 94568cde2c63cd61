import { useEffect, useEffectEvent } from 'react'
import { isOver } from '#areas/jobs/domain/job.ts'
import { useCommand } from '#wire/ask.ts'
import { datasets } from '../contract.ts'
import { Profile } from '../domain/profile.ts'
import { useJob } from './useJob.ts'

/** A version's profile; the server begins its job once, and gives the same one to every view that asks. */
export function useProfile({ dataset, version }: { readonly dataset: string; readonly version: number }) {
  const asked = useCommand(datasets.profile)
  const { data: job, error } = useJob(asked.data?.job)
  const begin = () => asked.mutate({ dataset, version })
  const first = useEffectEvent(begin)
  useEffect(() => first(), [])
  const found = job?.state === 'done' ? Profile.safeParse(job.result).data : undefined
  const stopped = job !== undefined && isOver(job.state) && !found
  return { job, found, begin, problem: asked.error ?? error, waiting: !found && !stopped }
}
