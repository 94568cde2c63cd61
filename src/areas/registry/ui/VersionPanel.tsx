import { useQuery } from '@tanstack/react-query'
import type { PanelProps } from '#kit/desk.ts'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { Tabs } from '#kit/Tabs.tsx'
import type { TabItem } from '#kit/Tabs.tsx'
import { asking } from '#wire/ask.ts'
import { registry } from '../contract.ts'
import { shownEvidence } from '../domain/frozen.ts'
import type { VersionDetail } from '../domain/registered.ts'
import { ActivityTab } from './ActivityTab.tsx'
import { CardTab } from './CardTab.tsx'
import { FilesTab } from './FilesTab.tsx'
import { LineageTab } from './LineageTab.tsx'
import { OverviewTab } from './OverviewTab.tsx'
import { SignatureTab } from './SignatureTab.tsx'
import { VersionHead } from './VersionHead.tsx'

/** One version: the evidence and the decision, what it takes and gives, what it was made of, and what was done with it. */
export function VersionPanel({ params, setParams, setDirty }: PanelProps) {
  const { model = '', version: number = '', tab, path = '' } = params
  const { data: version, error, refetch } = useQuery({ ...asking(registry.version, { model, version: Number(number) }), placeholderData: (last) => last })
  if (error) return <div className="p-4" data-view="modelVersion"><ProblemNote error={error} onRetry={() => void refetch()} /></div>
  if (!version) return <div className="p-6" data-view="modelVersion"><Skeleton lines={12} height={20} label={`Reading version ${number} of ${model}`} /></div>
  const items = tabsOf(version, { path, onPath: (next) => setParams({ path: next }), onDirty: setDirty })
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface" data-view="modelVersion">
      <VersionHead version={version} />
      <Tabs label={`Views of version ${number}`} items={items} selected={items.find(({ id }) => id === tab)?.id ?? 'overview'} onSelect={(next) => setParams({ tab: next, path: '' })} />
    </div>
  )
}

interface Ways { readonly path: string; readonly onPath: (path: string) => void; readonly onDirty: (dirty: boolean) => void }

function tabsOf(version: VersionDetail, { path, onPath, onDirty }: Ways): TabItem<string>[] {
  const { model, version: number, folder, card } = version
  const evidence = shownEvidence(version)
  const met = evidence.filter(({ state }) => state === 'met').length
  return [
    { id: 'overview', label: 'Overview', ...(evidence.length > 0 ? { note: <small className="mut">{met} of {evidence.length}</small> } : {}), view: <OverviewTab version={version} /> },
    { id: 'signature', label: 'Signature and example', view: () => <SignatureTab version={version} /> },
    { id: 'files', label: 'Data, environment, files', note: <small className="mut">{folder?.files.length ?? 0}</small>, view: () => <FilesTab version={version} path={path} onPath={onPath} /> },
    { id: 'card', label: 'Model card', note: <small className="mut">{card.edited ? 'edited' : 'from evidence'}</small>, view: () => <CardTab key={`${model}:${number}`} version={version} onDirty={onDirty} /> },
    { id: 'lineage', label: 'Lineage', view: () => <LineageTab model={model} version={number} /> },
    { id: 'activity', label: 'Activity', view: () => <ActivityTab model={model} version={number} /> },
  ]
}
