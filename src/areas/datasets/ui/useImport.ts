import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { z } from 'zod'
import type { PanelProps } from '#kit/desk.ts'
import { asking, useCommand } from '#wire/ask.ts'
import { datasets } from '../contract.ts'
import { DatasetName, Wish } from '../domain/dataset.ts'
import { useDatasetActions } from './useDatasetActions.ts'
import { useJob } from './useJob.ts'

const Result = z.object({ dataset: z.string(), rejects: z.number().default(0) })

/** How a source would be read with what the person chose, and its import; when that is done the panel gives way to the data set. */
export function useImport({ params, setParams, close }: Pick<PanelProps, 'params' | 'setParams' | 'close'>) {
  const { path = '', job: jobId = '' } = params
  const wish = wishOf(params.wish)
  const sniffed = useQuery({ ...asking(datasets.sniff, { path, dialect: wish }), placeholderData: (last) => last, staleTime: Infinity, retry: false })
  const [typed, setTyped] = useState<string>()
  const actions = useDatasetActions()
  const registering = useCommand(datasets.register)
  const { data: job } = useJob(jobId || undefined)
  const standing = actions.list?.find(({ latest }) => latest.source === path)
  const name = typed ?? standing?.name ?? sniffed.data?.name ?? ''
  const named = DatasetName.safeParse(name).success

  const change = (next: Wish) => setParams({ ...params, job: '', wish: JSON.stringify(next) })
  const arrive = useEffectEvent((dataset: string, rejects: number) => {
    if (rejects > 0) actions.open(dataset, { tab: 'rejects' })
    else actions.openBest(dataset, { format: sniffed.data?.format ?? 'csv' })
    close()
  })
  const [arrived, setArrived] = useState<string>()
  const begin = () => registering.mutate({ path, name, ...(sniffed.data?.dialect ? { dialect: sniffed.data.dialect } : {}) }, {
    onSuccess: (started) => { if (started.job) setParams({ ...params, job: started.job }); else setArrived(started.dataset) },
  })
  const result = job?.state === 'done' ? Result.safeParse(job.result).data : undefined
  const [done, rejects] = [arrived ?? result?.dataset, result?.rejects ?? 0]
  useEffect(() => { if (done !== undefined) arrive(done, rejects) }, [done, rejects])

  const busy = job?.state === 'waiting' || job?.state === 'running' || registering.isPending
  return { path, wish, sniffed, change, name, named, setName: setTyped, standing, begin, job, problem: registering.error, ready: sniffed.data !== undefined && named && !busy && !sniffed.isFetching, show: actions.open }
}

function wishOf(text: string | undefined): Wish {
  if (!text) return {}
  try {
    return Wish.catch({}).parse(JSON.parse(text))
  } catch {
    return {}
  }
}
