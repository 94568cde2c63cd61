import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { PanelProps } from '#kit/desk.ts'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { Tabs } from '#kit/Tabs.tsx'
import type { TabItem } from '#kit/Tabs.tsx'
import { asking } from '#wire/ask.ts'
import { runs } from '../../contract.ts'
import { isSystem } from '../../domain/column.ts'
import type { RunDetail } from '../../domain/run.ts'
import { ArtifactsTab } from '../artifacts/ArtifactsTab.tsx'
import { CodeTab } from './CodeTab.tsx'
import { MetricsTab } from './MetricsTab.tsx'
import { OverviewTab } from './OverviewTab.tsx'
import { RunHead } from './RunHead.tsx'

/** One run in full: what it was given, what it came to, its curves, what it kept and the code it ran. Live while it runs. */
export function RunPanel({ params, setParams, setTitle, setDirty }: PanelProps) {
  const { run: id = '', tab, path = '' } = params
  const { data: run, error, refetch } = useQuery({ ...asking(runs.run, { id }), placeholderData: (last) => (last?.id === id ? last : undefined) })
  const name = run?.name
  useEffect(() => { if (name) setTitle(name) }, [name, setTitle])
  if (error) return <div className="p-4" data-view="run"><ProblemNote error={error} onRetry={() => void refetch()} /></div>
  if (!run) return <div className="p-6" data-view="run"><Skeleton lines={12} height={20} label="Reading the run" /></div>
  const items = tabsOf(run, { path, onPath: (next) => setParams({ path: next }), onDirty: setDirty })
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface" data-view="run">
      <RunHead run={run} />
      <Tabs label={`Views of ${run.name}`} items={items} selected={items.find((item) => item.id === tab)?.id ?? 'overview'} onSelect={(next) => setParams({ tab: next, path: '' })} />
    </div>
  )
}

function tabsOf(run: RunDetail, { path, onPath, onDirty }: { readonly path: string; readonly onPath: (path: string) => void; readonly onDirty: (dirty: boolean) => void }): TabItem<string>[] {
  const system = run.metrics.filter(({ key }) => isSystem(key))
  const own = run.metrics.filter(({ key }) => !isSystem(key))
  return [
    { id: 'overview', label: 'Overview', view: () => <OverviewTab run={run} metrics={own} onDirty={onDirty} /> },
    { id: 'metrics', label: 'Metrics', note: <small className="mut">{own.length}</small>, view: () => <MetricsTab key="metrics" run={run} metrics={own} /> },
    ...(system.length > 0 ? [{ id: 'system', label: 'System', note: <small className="mut">{system.length}</small>, view: () => <MetricsTab key="system" run={run} metrics={system} /> }] : []),
    { id: 'artifacts', label: 'Artifacts', view: () => <ArtifactsTab run={run.id} path={path} onPath={onPath} /> },
    { id: 'code', label: 'Code and environment', view: () => <CodeTab run={run} /> },
  ]
}
