import { useEffect, useEffectEvent } from 'react'
import type { PanelProps } from '#kit/desk.ts'
import { Progress } from '#kit/Progress.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { useCommand } from '#wire/ask.ts'
import { datasets } from '../contract.ts'
import { useDatasetActions } from './useDatasetActions.ts'

/** Registers a Parquet source and gives way to the wrangler. */
export function OpenPanel({ params, close }: PanelProps) {
  const { path = '' } = params
  const registering = useCommand(datasets.register)
  const actions = useDatasetActions()
  const begin = (source: string) => registering.mutate({ path: source }, { onSuccess: ({ dataset }) => { actions.openWrangler(dataset); close() } })
  const first = useEffectEvent(begin)
  useEffect(() => first(path), [path])
  return (
    <div className="mx-auto w-full max-w-[560px] p-6" data-view="datasetOpen">
      {registering.error ? <ProblemNote error={registering.error} onRetry={() => begin(path)} /> : <Progress label={`Opening ${path}`} reason="Reading the footers of the Parquet files" />}
    </div>
  )
}
