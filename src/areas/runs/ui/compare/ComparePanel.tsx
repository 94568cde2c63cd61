import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ClipboardCopy, GitCompareArrows } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { useDesk } from '#kit/desk.ts'
import type { PanelProps } from '#kit/desk.ts'
import { Empty } from '#kit/Empty.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { Switch } from '#kit/Switch.tsx'
import { Toolbar } from '#kit/Toolbar.tsx'
import { asking } from '#wire/ask.ts'
import { runs } from '../../contract.ts'
import { comparedMarkdown, comparedParts } from '../../domain/compared.ts'
import { CompareTable } from './CompareTable.tsx'
import { CodeSection } from './CodeSection.tsx'
import { SeedSection } from './SeedSection.tsx'

/** Runs side by side: only what differs, or everything; the first chosen is what the others are held against. */
export function ComparePanel({ params, setParams }: PanelProps) {
  const desk = useDesk()
  const ids = (params.runs ?? '').split(',').filter(Boolean)
  const all = params.all === 'yes'
  const { data, error, refetch } = useQuery({ ...asking(runs.compare, { runs: ids }), placeholderData: keepPreviousData, enabled: ids.length > 1 })
  if (ids.length < 2) return <Empty icon={GitCompareArrows} title="Choose two runs or more" text="Tick them in a table of runs and press Compare." action={<Button onPress={() => desk.open('runs')}>Show the runs</Button>} />
  if (error) return <div className="p-4" data-view="runsCompare"><ProblemNote error={error} onRetry={() => void refetch()} /></div>
  if (!data) return <div className="p-6" data-view="runsCompare"><Skeleton lines={12} height={20} label="Reading the runs" /></div>
  const base = Math.max(0, data.runs.findIndex(({ run }) => run.id === params.base))
  const parts = comparedParts(data.runs)
  const copy = () => {
    void navigator.clipboard.writeText(comparedMarkdown(data.runs.map(({ run }) => run.name), parts))
    desk.notify({ kind: 'good', text: 'The comparison is copied as a Markdown table.' })
  }
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface" data-view="runsCompare">
      <Toolbar label="Compare runs">
        <h1 className="ttl clip">{data.runs.length} runs side by side</h1><span className="sp" />
        <Switch on={!all} onChange={(on) => setParams({ all: on ? '' : 'yes' })}>Differences only</Switch>
        <Button icon={ClipboardCopy} onPress={copy}>Copy</Button>
      </Toolbar>
      <div className="min-h-0 flex-1 overflow-auto" role="region" aria-label="Comparison" tabIndex={0} data-scroll>
        <CompareTable runs={data.runs} parts={parts} all={all} base={base} onBase={(id) => setParams({ base: id })} onDrop={(id) => setParams({ runs: ids.filter((one) => one !== id).join(',') })} />
        <div className="flex flex-col gap-3 bg-paper p-3"><SeedSection runs={data.runs} /><CodeSection runs={data.runs} base={base} /></div>
      </div>
    </div>
  )
}
