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
  const path = params.path ?? ''
  const wish = wishOf(params.wish)
  const sniffed = useQuery({ ...asking(datasets.sniff, { path, dialect: wish }), placeholderData: (last) => last, staleTime: Infinity, retry: false })
  const naming = useNaming(path, sniffed.data?.name)
  const actions = useDatasetActions()
  const registering = useCommand(datasets.register)
  const { job, busy, result } = useImportJob(params.job)
  const [standing, setStanding] = useState<string>()

  const change = (next: Wish) => setParams({ ...params, job: '', wish: JSON.stringify(next) })
  const begin = () => registering.mutate({ path, name: naming.name, ...(sniffed.data?.dialect ? { dialect: sniffed.data.dialect } : {}) }, {
    onSuccess: (started) => { if (started.job) setParams({ ...params, job: started.job }); else setStanding(started.dataset) },
  })
  const arrive = useEffectEvent((dataset: string, rejects: number) => {
    if (rejects > 0) actions.open(dataset, { tab: 'rejects' })
    else actions.openBest(dataset, { format: sniffed.data?.format ?? 'csv' })
    close()
  })
  const { dataset: done = standing, rejects = 0 } = result ?? {}
  useEffect(() => { if (done !== undefined) arrive(done, rejects) }, [done, rejects])

  const ready = sniffed.data !== undefined && naming.named && !busy && !registering.isPending && !sniffed.isFetching
  return { path, wish, sniffed, change, ...naming, begin, job, problem: registering.error, ready, show: actions.open }
}

/** The name typed, else that of the data set that has this source, else the one proposed. */
function useNaming(path: string, proposed: string | undefined) {
  const [typed, setName] = useState<string>()
  const { list } = useDatasetActions()
  const standing = list?.find(({ latest }) => latest.source === path)
  const name = typed ?? standing?.name ?? proposed ?? ''
  return { name, named: DatasetName.safeParse(name).success, setName, standing }
}

function useImportJob(id: string | undefined) {
  const { data: job } = useJob(id === '' ? undefined : id)
  return { job, busy: job?.state === 'waiting' || job?.state === 'running', result: job?.state === 'done' ? Result.safeParse(job.result).data : undefined }
}

function wishOf(text: string | undefined): Wish {
  if (!text) return {}
  try {
    return Wish.catch({}).parse(JSON.parse(text))
  } catch {
    return {}
  }
}
