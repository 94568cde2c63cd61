import { useQuery } from '@tanstack/react-query'
import { Package2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import type { PanelProps } from '#kit/desk.ts'
import { Empty } from '#kit/Empty.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { Tabs } from '#kit/Tabs.tsx'
import type { TabItem } from '#kit/Tabs.tsx'
import { asking } from '#wire/ask.ts'
import { Problem } from '#wire/problem.ts'
import { environments } from '../contract.ts'
import { DeleteDialog } from './DeleteDialog.tsx'
import type { Environment } from './environment-file.ts'
import { EnvironmentHead } from './EnvironmentHead.tsx'
import { LockTab } from './LockTab.tsx'
import { LogTab } from './LogTab.tsx'
import { OverviewTab } from './OverviewTab.tsx'
import { PackagesTab } from './PackagesTab.tsx'
import { SettingsDialog } from './SettingsDialog.tsx'
import { Standing } from './Standing.tsx'
import { useEnvironmentActions } from './useEnvironmentActions.ts'
import { useEnvironmentCommands } from './useEnvironmentCommands.ts'
import { UsesTab } from './UsesTab.tsx'

/** One environment: what it declares, what is in it, how it was built, and what ran in it. */
export function EnvironmentPanel({ params, setParams, active, close }: PanelProps) {
  const { name = '', tab } = params
  const { data: one, error, refetch } = useQuery({ ...asking(environments.get, { name }), placeholderData: (last) => last })
  const actions = useEnvironmentActions()
  const [finding, setFinding] = useState(0)
  const [asks, setAsks] = useState<'delete' | 'settings'>()
  useEnvironmentCommands({ one, active, actions, find: inLog(one, tab) ? undefined : () => { setParams({ tab: 'packages' }); setFinding((times) => times + 1) } })
  if (error) return <div className="p-4" data-view="environment"><Fault error={error} name={name} onRetry={() => void refetch()} onClose={close} onList={() => actions.desk.open('environments')} /></div>
  if (!one) return <div className="p-6" data-view="environment"><Skeleton lines={12} height={20} label={`Reading ${name}`} /></div>
  const items = tabsOf(one, { finding, active, query: params.find ?? '', setQuery: (find) => setParams({ find }), onSettings: () => setAsks('settings') })
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface" data-view="environment">
      <EnvironmentHead environment={one} onDelete={() => setAsks('delete')} />
      <Standing environment={one} onLog={tab === 'log' ? undefined : () => setParams({ tab: 'log' })} />
      <Tabs label={`Views of ${name}`} items={items} selected={items.find(({ id }) => id === tab)?.id ?? 'overview'} onSelect={(next) => { setFinding(0); setParams({ tab: next }) }} />
      {asks !== undefined && <Asked what={asks} one={one} onDelete={() => actions.remove(one, one.kind === 'curated' ? undefined : close)} onClose={() => setAsks(undefined)} />}
    </div>
  )
}

function Fault({ error, name, onRetry, onClose, onList }: { readonly error: Error; readonly name: string; readonly onRetry: () => void; readonly onClose: () => void; readonly onList: () => void }) {
  if (!(error instanceof Problem && error.code === 'missing')) return <ProblemNote error={error} onRetry={onRetry} />
  return <Empty icon={Package2} title={`There is no environment “${name}”`} text="It was deleted, or has another name by now." action={<span className="flex justify-center gap-2"><Button variant="primary" onPress={onList}>Show the environments</Button><Button onPress={onClose}>Close this tab</Button></span>} />
}

function Asked({ what, one, onDelete, onClose }: { readonly what: 'delete' | 'settings'; readonly one: Environment; readonly onDelete: () => void; readonly onClose: () => void }) {
  if (what === 'delete') return <DeleteDialog environment={one} onDelete={onDelete} onClose={onClose} />
  return one.declared && <SettingsDialog declared={one.declared} onClose={onClose} />
}

function inLog(one: Environment | undefined, tab: string | undefined): boolean {
  return tab === 'log' && one !== undefined && one.kind !== 'adopted' && one.job !== null
}

interface Around { /** How often the field to find was asked for. */ readonly finding: number; readonly active: boolean; readonly query: string; readonly setQuery: (query: string) => void; readonly onSettings: () => void }

function tabsOf(one: Environment, { finding, active, query, setQuery, onSettings }: Around): TabItem<string>[] {
  const adopted = one.kind === 'adopted'
  return [
    { id: 'overview', label: 'Overview', view: () => <OverviewTab environment={one} onSettings={onSettings} /> },
    { id: 'packages', label: 'Packages', note: <small className="mut">{one.packages.length || ''}</small>, view: () => <PackagesTab environment={one} finding={finding} query={query} onQuery={setQuery} /> },
    ...(adopted ? [] : [
      { id: 'lock', label: 'Lock', view: () => <LockTab environment={one} /> },
      { id: 'log', label: 'Last build', view: () => <LogTab job={one.job} active={active} /> },
    ]),
    { id: 'uses', label: 'Used by', view: () => <UsesTab environment={one} /> },
  ]
}
