import { useQuery } from '@tanstack/react-query'
import type { PanelProps } from '#kit/desk.ts'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { Tabs } from '#kit/Tabs.tsx'
import type { TabItem } from '#kit/Tabs.tsx'
import { asking } from '#wire/ask.ts'
import { registry } from '../contract.ts'
import { ActivityTab } from './ActivityTab.tsx'
import { ModelHead } from './ModelHead.tsx'
import { PolicyTab } from './PolicyTab.tsx'
import { VersionsTab } from './VersionsTab.tsx'
import type { Model } from './VersionsTab.tsx'

/** One registered model: its versions, what must be shown before one is approved, and what was done. */
export function ModelPanel({ params, setParams, setDirty }: PanelProps) {
  const { model: name = '', tab } = params
  const { data: model, error, refetch } = useQuery({ ...asking(registry.model, { name }), placeholderData: (last) => last })
  if (error) return <div className="p-4" data-view="model"><ProblemNote error={error} onRetry={() => void refetch()} /></div>
  if (!model) return <div className="p-6" data-view="model"><Skeleton lines={12} height={20} label={`Reading ${name}`} /></div>
  const items = tabsOf(model, setDirty)
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface" data-view="model">
      <ModelHead model={model} />
      <Tabs label={`Views of ${name}`} items={items} selected={items.find(({ id }) => id === tab)?.id ?? 'versions'} onSelect={(next) => setParams({ tab: next })} />
    </div>
  )
}

function tabsOf(model: Model, setDirty: (dirty: boolean) => void): TabItem<string>[] {
  return [
    { id: 'versions', label: 'Versions', note: <small className="mut">{model.versions}</small>, view: <VersionsTab model={model} /> },
    { id: 'policy', label: 'Policy', note: <small className="mut">{model.policy.items.length}</small>, view: () => <PolicyTab key={model.name} model={model} onDirty={setDirty} /> },
    { id: 'activity', label: 'Activity', view: () => <ActivityTab model={model.name} /> },
  ]
}
