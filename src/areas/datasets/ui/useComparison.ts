import { useEffect, useEffectEvent } from 'react'
import type { Params } from '#kit/desk.ts'
import { useCommand } from '#wire/ask.ts'
import { datasets } from '../contract.ts'
import { Comparison } from '../domain/comparison.ts'
import { useJob } from './useJob.ts'

/** A comparison's job, begun when there is none yet or it is no longer known. */
export function useComparison({ left, leftVersion, right, rightVersion, job: jobId }: Params, onJob: (job: string) => void) {
  const comparing = useCommand(datasets.compare)
  const { data: job, error } = useJob(jobId)
  const begin = () => comparing.mutate({ left: which(left, leftVersion), right: which(right, rightVersion) }, { onSuccess: (started) => onJob(started.job) })
  const first = useEffectEvent((unknown: boolean) => { if (unknown && comparing.isIdle) begin() })
  const unknown = !jobId || error !== null
  useEffect(() => first(unknown), [unknown])
  const found = job?.state === 'done' ? Comparison.safeParse(job.result).data : undefined
  const over = job !== undefined && ['failed', 'cancelled', 'lost'].includes(job.state)
  return { job, found, begin, problem: comparing.error, waiting: !found && !comparing.error && !over }
}

function which(dataset = '', version = '') {
  return version === '' ? { dataset } : { dataset, version: Number(version) }
}
