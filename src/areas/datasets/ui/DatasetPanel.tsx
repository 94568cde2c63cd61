import { useQuery } from '@tanstack/react-query'
import { Chip } from '#kit/Chip.tsx'
import type { PanelProps } from '#kit/desk.ts'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { Tabs } from '#kit/Tabs.tsx'
import type { TabItem } from '#kit/Tabs.tsx'
import { asking } from '#wire/ask.ts'
import { datasets } from '../contract.ts'
import type { Dataset, Version } from '../domain/dataset.ts'
import { DatasetHead } from './DatasetHead.tsx'
import { FilesTab } from './FilesTab.tsx'
import { HistoryTab } from './HistoryTab.tsx'
import { PreviewTab } from './PreviewTab.tsx'
import { ProfileTab } from './ProfileTab.tsx'
import { RejectsTab } from './RejectsTab.tsx'
import { SchemaTab } from './SchemaTab.tsx'

/** One data set: rows, profile, schema, history, rejects. */
export function DatasetPanel({ params, setParams }: PanelProps) {
  const { dataset = '', version: wanted } = params
  const { data, error, refetch } = useQuery({ ...asking(datasets.get, wanted ? { dataset, version: Number(wanted) } : { dataset }), placeholderData: (last) => last, refetchInterval: 5000 })
  if (error) return <div className="p-4" data-view="dataset"><ProblemNote error={error} onRetry={() => void refetch()} /></div>
  if (!data) return <div className="p-6" data-view="dataset"><Skeleton lines={12} height={20} label={`Reading ${dataset}`} /></div>
  const show = (next: number) => setParams({ ...params, version: next === data.dataset.latest.version ? '' : String(next) })
  const items = tabsOf(data.dataset, data.version, show)
  const selected = items.find(({ id }) => id === params.tab) ?? items[0]
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface" data-view="dataset">
      <DatasetHead dataset={data.dataset} version={data.version} onVersion={show} />
      <Tabs label={`Views of ${dataset}`} items={items} selected={selected?.id ?? 'preview'} onSelect={(tab) => setParams({ ...params, tab })} />
    </div>
  )
}

function tabsOf(dataset: Dataset, version: Version, show: (version: number) => void): TabItem<string>[] {
  const files = version.format === 'images' || version.format === 'texts'
  const lines = version.format === 'csv' || version.format === 'ndjson'
  return [
    ...(files ? [{ id: 'files', label: 'Files', view: <FilesTab key={version.version} version={version} /> }] : []),
    { id: 'preview', label: files ? 'Table' : 'Preview', view: <PreviewTab key={version.version} version={version} /> },
    { id: 'profile', label: 'Profile', view: () => <ProfileTab key={version.version} version={version} /> },
    { id: 'schema', label: 'Schema', view: <SchemaTab version={version} /> },
    { id: 'history', label: 'History', note: <small className="mut">{dataset.versions}</small>, view: <HistoryTab dataset={dataset.name} shown={version.version} onShow={show} /> },
    ...(lines ? [{ id: 'rejects', label: 'Rejects', ...(version.rejects > 0 ? { note: <Chip kind="warn">{version.rejects}</Chip> } : {}), view: <RejectsTab version={version} /> }] : []),
  ]
}
