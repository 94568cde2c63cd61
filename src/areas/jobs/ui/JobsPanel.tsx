import { ListX } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { Button } from '#kit/Button.tsx'
import { Head } from '#kit/Head.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Segmented } from '#kit/Segmented.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { isOver } from '../domain/job.ts'
import { ClearDialog } from './ClearDialog.tsx'
import { JobList } from './JobList.tsx'
import { MachineFoot } from './MachineFoot.tsx'
import { NoJobs } from './NoJobs.tsx'
import type { Filter } from './shown.ts'
import { shown } from './shown.ts'
import { useClear } from './useClear.ts'
import { mostJobs, useJobs } from './useJobs.ts'

const filters = [{ id: 'all', label: 'All' }, { id: 'running', label: 'Under way' }] as const

/** The work of the studio, at the left side. */
export function JobsPanel() {
  const { filter, clearing } = useSyncExternalStore(shown.subscribe, shown.get)
  const answer = useJobs(filter)
  const clear = useClear()
  const nothingOver = filter === 'all' && !answer.list?.some(({ state }) => isOver(state))
  const show = (next: Filter) => shown.change((now) => ({ ...now, filter: next }))
  const askToClear = (asked: boolean) => shown.change((now) => ({ ...now, clearing: asked }))
  return (
    <div className="flex h-full min-h-0 flex-col" data-view="jobs">
      <Head title="Jobs"><Button variant="ghost" icon={ListX} label="Clear the finished jobs" disabled={nothingOver} onPress={() => askToClear(true)} /></Head>
      <div className="flex-none px-2 pb-2"><Segmented label="Which jobs" options={filters} value={filter} onChange={show} /></div>
      <Answer {...answer} filter={filter} onAll={() => show('all')} />
      <MachineFoot />
      {clearing && <ClearDialog onClear={clear} onClose={() => askToClear(false)} />}
    </div>
  )
}

function Answer({ list, error, refetch, filter, onAll }: ReturnType<typeof useJobs> & { readonly filter: Filter; readonly onAll: () => void }) {
  return (
    <>
      {error && <div className="flex-none p-2"><ProblemNote error={error} onRetry={() => void refetch()} /></div>}
      {!list && !error && <div className="p-3"><Skeleton lines={8} height={18} label="Reading the jobs" /></div>}
      {list?.length === 0 && <NoJobs filter={filter} onAll={onAll} />}
      {list && list.length > 0 && <JobList jobs={list} />}
      {list?.length === mostJobs && <p className="flex-none border-t border-line px-3 py-2 text-xs text-ink-2">The newest {mostJobs} are shown.</p>}
    </>
  )
}
