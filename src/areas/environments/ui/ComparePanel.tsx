import { useQuery } from '@tanstack/react-query'
import { ArrowLeftRight } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import type { PanelProps } from '#kit/desk.ts'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Select } from '#kit/Select.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { Switch } from '#kit/Switch.tsx'
import { Toolbar } from '#kit/Toolbar.tsx'
import { asking } from '#wire/ask.ts'
import { environments } from '../contract.ts'
import { packagesCompared, valuesCompared } from '../domain/compare.ts'
import { Compared } from './Compared.tsx'
import type { Environment } from './environment-file.ts'

/** Two environments side by side: Python, packages, variables, secrets. */
export function ComparePanel({ params, setParams }: PanelProps) {
  const { left = '', right = '', all } = params
  const { data: list } = useQuery(asking(environments.list, {}))
  const one = useQuery(asking(environments.get, { name: left }))
  const other = useQuery(asking(environments.get, { name: right }))
  const options = (list?.environments ?? []).map(({ name }) => ({ id: name, label: name }))
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface" data-view="environmentCompare">
      <Toolbar label="Compare environments">
        <h1 className="ttl clip">{left} beside {right}</h1>
        <span className="sp" />
        <Switch on={all !== 'yes'} onChange={(on) => setParams({ all: on ? '' : 'yes' })}>Differences only</Switch>
        <Button icon={ArrowLeftRight} onPress={() => setParams({ left: right, right: left })}>Swap sides</Button>
      </Toolbar>
      <div className="grid flex-none grid-cols-[220px_minmax(0,1fr)_minmax(0,1fr)_100px] items-center gap-3 border-b border-line-strong bg-paper px-4 py-2 text-s">
        <span className="text-xs font-semibold text-ink-2">{all === 'yes' ? 'Everything' : 'What differs'}</span>
        <Select label="Left environment" hideLabel options={options} value={left} onChange={(name) => setParams({ left: name })} />
        <Select label="Right environment" hideLabel options={options} value={right} onChange={(name) => setParams({ right: name })} />
        <span className="text-right text-xs font-semibold text-ink-2">Right against left</span>
      </div>
      <Answer left={one} right={other} all={all === 'yes'} />
    </div>
  )
}

interface Asked { readonly data: Environment | undefined; readonly error: Error | null; readonly refetch: () => unknown }

function Answer({ left, right, all }: { readonly left: Asked; readonly right: Asked; readonly all: boolean }) {
  const error = left.error ?? right.error
  if (error) return <div className="p-4"><ProblemNote error={error} onRetry={() => { void left.refetch(); void right.refetch() }} /></div>
  if (!left.data || !right.data) return <div className="p-6"><Skeleton lines={12} height={20} label="Reading both environments" /></div>
  return <Body left={left.data} right={right.data} all={all} />
}

function Body({ left, right, all }: { readonly left: Environment; readonly right: Environment; readonly all: boolean }) {
  const empty = [left, right].filter(({ state, packages }) => state !== 'ready' && packages.length === 0).map(({ name }) => `“${name}”`)
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-auto p-4" role="region" aria-label="Comparison" tabIndex={0}>
      {empty.length > 0 && <p className="rounded-2 bg-warn-soft p-3 text-s">{empty.join(' and ')} {empty.length === 1 ? 'is' : 'are'} not built as declared now, so that {empty.length === 1 ? 'its' : 'their'} packages are not known.</p>}
      <Compared title="Python" differences={valuesCompared(pythonOf(left), pythonOf(right))} all={all} />
      <Compared title="Packages" differences={packagesCompared(left.packages, right.packages)} all={all} />
      <Compared title="Variables" differences={valuesCompared(left.declared?.variables ?? {}, right.declared?.variables ?? {})} all={all} />
      <Compared title="Secrets" differences={valuesCompared(namesOf(left.declared?.secrets), namesOf(right.declared?.secrets))} all={all} />
    </div>
  )
}

function pythonOf({ python, platform }: Environment): Record<string, string> {
  return { Version: python || 'not known', Platform: platform ?? 'not known' }
}

function namesOf(names: readonly string[] = []): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, 'asked for']))
}
