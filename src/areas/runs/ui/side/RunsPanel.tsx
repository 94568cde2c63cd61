import { useQuery } from '@tanstack/react-query'
import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import type { PanelProps } from '#kit/desk.ts'
import { Head } from '#kit/Head.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { asking } from '#wire/ask.ts'
import { runs } from '../../contract.ts'
import type { ExperimentSummary } from '../../domain/experiment.ts'
import { TextDialog } from '../dialogs/TextDialog.tsx'
import { ExperimentList } from './ExperimentList.tsx'
import { LogHow } from './LogHow.tsx'
import { useExperimentActs } from './useExperimentActs.ts'
import { ViewList } from './ViewList.tsx'
import '../runs.css'

/** The experiments of the workspace and the saved views, at the left side. */
export function RunsPanel({ params, setParams }: PanelProps) {
  const deleted = params['stage'] === 'deleted'
  const { data: list, error, refetch } = useQuery(asking(runs.experiments, { stage: deleted ? 'deleted' : 'active' }))
  const acts = useExperimentActs()
  const [adding, setAdding] = useState(false)
  return (
    <div className="flex h-full min-h-0 flex-col" data-view="runs">
      <Head title={deleted ? 'Deleted experiments' : 'Runs'}>
        <Button variant="ghost" icon={Trash2} label={deleted ? 'Back to the experiments' : 'Deleted experiments'} pressed={deleted} onPress={() => setParams({ stage: deleted ? '' : 'deleted' })} />
        <Button variant="ghost" icon={Plus} label="New experiment" onPress={() => setAdding(true)} />
      </Head>
      {list ? <Experiments list={list} deleted={deleted} filter={params['filter'] ?? ''} onFilter={(filter) => setParams({ filter })} /> : <Waiting error={error} onRetry={() => void refetch()} />}
      {!deleted && <ViewList />}
      {adding && <TextDialog title="New experiment" label="Name" value="" action="Make it" onDone={acts.create} onClose={() => setAdding(false)} />}
    </div>
  )
}

function Waiting({ error, onRetry }: { readonly error: Error | null; readonly onRetry: () => void }) {
  return error ? <div className="p-2"><ProblemNote error={error} onRetry={onRetry} /></div> : <div className="p-3"><Skeleton lines={6} height={18} label="Reading the experiments" /></div>
}

function Experiments(props: { readonly list: readonly ExperimentSummary[]; readonly deleted: boolean; readonly filter: string; readonly onFilter: (filter: string) => void }) {
  const fresh = !props.deleted && props.list.length <= 1 && props.list.every(({ runs: count }) => count === 0)
  return fresh ? <LogHow narrow /> : <ExperimentList {...props} />
}
