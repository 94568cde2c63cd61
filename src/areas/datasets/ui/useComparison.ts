import { useEffect, useEffectEvent } from 'react'
import { useCommand } from '#wire/ask.ts'
import { datasets } from '../contract.ts'
import { Comparison } from '../domain/comparison.ts'
import { useJob } from './useJob.ts'

interface Pair { readonly left: string; readonly leftVersion: string; readonly right: string; readonly rightVersion: string }

/** A comparison's job, begun when there is none yet or it is no longer known. */
export function useComparison({ left, leftVersion, right, rightVersion }: Pair, jobId: string, onJob: (job: string) => void) {
  const comparing = useCommand(datasets.compare)
  const { data: job, error } = useJob(jobId || undefined)
  const begin = () => comparing.mutate({ left: which(left, leftVersion), right: which(right, rightVersion) }, { onSuccess: (started) => onJob(started.job) })
  const first = useEffectEvent((unknown: boolean) => { if (unknown && left && right && comparing.isIdle) begin() })
  const unknown = jobId === '' || error !== null
  useEffect(() => first(unknown), [unknown])
  const found = job?.state === 'done' ? Comparison.safeParse(job.result).data : undefined
  const over = job !== undefined && ['failed', 'cancelled', 'lost'].includes(job.state)
  return { job, found, begin, problem: comparing.error, waiting: !found && !comparing.error && !over }
}

function which(dataset: string, version: string) {
  return version === '' ? { dataset } : { dataset, version: Number(version) }
}
