import { useQuery } from '@tanstack/react-query'
import { jobs } from '#areas/jobs/contract.ts'
import { isOver } from '#areas/jobs/domain/job.ts'
import type { Job } from '#areas/jobs/domain/job.ts'
import { asking, useCommand } from '#wire/ask.ts'
import { training } from '../contract.ts'

interface Asked { readonly model: string; readonly version: number; /** The conversion that was asked for last; empty where none was. */ readonly job: string; readonly onBegun: (job: string) => void }

/** How the ONNX file of a version stands, and the conversion that goes on; `told` says why one made no file. */
export function useOnnx({ model, version, job, onBegun }: Asked) {
  const { data: one } = useQuery({ ...asking(jobs.get, { id: job }), enabled: job !== '' })
  const state = stateOf(one, job)
  const standing = useQuery({ ...asking(training.onnx, { model, version, ...(state === 'failed' ? { job } : {}) }), placeholderData: (last) => last })
  const starting = useCommand(training.toOnnx)
  const convert = (accept?: number) => starting.mutate({ model, version, ...(accept === undefined ? {} : { accept }) }, { onSuccess: (begun) => onBegun(begun.job) })
  return { standing, state, told: one?.error?.split('\n').at(-1) ?? 'The conversion was stopped.', busy: starting.isPending || state === 'running', convert, refused: starting.error }
}

function stateOf(one: Job | undefined, job: string): 'none' | 'running' | 'done' | 'failed' {
  if (job === '') return 'none'
  if (!one || !isOver(one.state)) return 'running'
  return one.state === 'done' ? 'done' : 'failed'
}
