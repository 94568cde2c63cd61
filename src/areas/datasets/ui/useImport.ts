import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { z } from 'zod'
import { useDesk } from '#kit/desk.ts'
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
  const queries = useQueryClient()
  const asked = asking(datasets.sniff, { path, dialect: wish })
  const sniffed = useQuery({ ...asked, placeholderData: (last) => last, staleTime: Infinity, retry: false })
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

  useStandingInstead({ params, close, begun: !registering.isIdle })

  const ready = sniffed.data !== undefined && !sniffed.isPlaceholderData && naming.named && !busy && !registering.isPending && !sniffed.isFetching
  return { path, wish, sniffed, stop: () => void queries.cancelQueries({ queryKey: asked.queryKey }), again: () => void sniffed.refetch(), change, ...naming, begin, job, problem: registering.error, ready, show: actions.open }
}

/** A file that was a data set already when this was opened, and is unchanged, opens as that; reading it anew is offered. */
function useStandingInstead({ params, close, begun }: Pick<PanelProps, 'params' | 'close'> & { readonly begun: boolean }) {
  const desk = useDesk()
  const { openBest } = useDatasetActions()
  const { data: list, isFetchedAfterMount } = useQuery({ ...asking(datasets.list, {}), refetchOnMount: 'always' })
  const decided = useRef(false)
  const known = isFetchedAfterMount ? list : undefined
  const decide = useEffectEvent((found: NonNullable<typeof list>) => {
    if (decided.current) return
    decided.current = true
    const standing = found.find(({ latest, sourceState }) => latest.source === params.path && sourceState === 'same')
    if (!standing || begun || params.again || params.wish || params.job) return
    const { name, latest } = standing
    openBest(name, latest)
    desk.notify({ kind: 'info', text: `${latest.source} is the data set “${name}” already and has not changed since.`, action: { label: 'Import again', run: () => desk.open('datasetImport', { path: latest.source, again: '1' }) } })
    close()
  })
  useEffect(() => { if (known) decide(known) }, [known])
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
