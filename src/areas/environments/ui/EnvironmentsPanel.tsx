import { useQuery } from '@tanstack/react-query'
import { Eraser, GitCompareArrows, HardDriveDownload, Plus } from 'lucide-react'
import { useState } from 'react'
import type { z } from 'zod'
import { Button } from '#kit/Button.tsx'
import type { PanelProps } from '#kit/desk.ts'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { Toolbar } from '#kit/Toolbar.tsx'
import { asking } from '#wire/ask.ts'
import { environments } from '../contract.ts'
import { AdoptDialog } from './AdoptDialog.tsx'
import { EnvironmentTable } from './EnvironmentTable.tsx'
import { NewDialog } from './NewDialog.tsx'
import { PruneDialog } from './PruneDialog.tsx'
import { useEnvironmentActions } from './useEnvironmentActions.ts'

/** All environments of the workspace: how they stand, what they hold and take. */
export function EnvironmentsPanel({ params, setParams }: PanelProps) {
  const { data, error, refetch } = useQuery(asking(environments.list, {}))
  const { compare } = useEnvironmentActions()
  const [chosen, setTicked] = useState<readonly string[]>([])
  const ticked = stillThere(chosen, data?.environments)
  const asks = (what: string) => setParams({ asks: what })
  const [left = '', right = ''] = ticked
  const tick = (name: string, on: boolean) => setTicked(on ? [...ticked.slice(-1), name] : ticked.filter((other) => other !== name))
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface" data-view="environments">
      <Toolbar label="Environments">
        <h1 className="ttl clip">Environments</h1>
        {data?.tools.python && <span className="clip text-xs text-ink-2">newest Python found here {data.tools.python}</span>}
        <span className="sp" />
        <Button icon={GitCompareArrows} disabled={ticked.length < 2} onPress={() => compare(left, right)}>Compare</Button>
        <Button icon={Eraser} onPress={() => asks('prune')}>Prune</Button>
        <Button icon={HardDriveDownload} onPress={() => asks('adopt')}>Adopt</Button>
        <Button variant="primary" icon={Plus} onPress={() => asks('new')}>New environment</Button>
      </Toolbar>
      <Answer {...{ data, error }} onRetry={() => void refetch()} ticked={ticked} onTick={tick} />
      {params.asks && <Asked what={params.asks} taken={data?.environments.map(({ name }) => name) ?? []} onClose={() => asks('')} />}
    </div>
  )
}

/** What was ticked and deleted since is not ticked any more. */
function stillThere(names: readonly string[], all: readonly { readonly name: string }[] = []): readonly string[] {
  return names.filter((name) => all.some((one) => one.name === name))
}

interface AnswerProps { readonly data: z.output<typeof environments.list.output> | undefined; readonly error: Error | null; readonly onRetry: () => void; readonly ticked: readonly string[]; readonly onTick: (name: string, on: boolean) => void }

function Answer({ data, error, onRetry, ticked, onTick }: AnswerProps) {
  if (error) return <div className="flex-none p-4"><ProblemNote error={error} onRetry={onRetry} /></div>
  if (!data) return <div className="p-6"><Skeleton lines={6} height={32} label="Reading the environments" /></div>
  return (
    <>
      {data.tools.note && <div className="flex-none px-4 py-3"><ProblemNote error={data.tools.note} onRetry={onRetry} retryLabel="Look again" /></div>}
      <EnvironmentTable all={data.environments} ticked={ticked} onTick={onTick} />
    </>
  )
}

function Asked({ what, taken, onClose }: { readonly what: string; readonly taken: readonly string[]; readonly onClose: () => void }) {
  if (what === 'new') return <NewDialog taken={taken} onClose={onClose} />
  if (what === 'adopt') return <AdoptDialog taken={taken} onClose={onClose} />
  return what === 'prune' ? <PruneDialog onClose={onClose} /> : null
}
