import { useQuery } from '@tanstack/react-query'
import { Inbox } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { Empty } from '#kit/Empty.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { Toolbar } from '#kit/Toolbar.tsx'
import { asking } from '#wire/ask.ts'
import { registry } from '../contract.ts'
import { servesUnapproved } from '../domain/serves.ts'
import { InboxRow } from './InboxRow.tsx'
import { useRegistry } from './useRegistry.ts'
import { plural } from './words.ts'

/** Versions that wait for a decision, for leads: those that production loads already first, then the one that waits longest. */
export function InboxPanel() {
  const { desk } = useRegistry()
  const { data: list, error, refetch } = useQuery(asking(registry.inbox, {}))
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface" data-view="inbox">
      <Toolbar label="Inbox"><h1 className="ttl">Inbox</h1>{list && list.length > 0 && <span className="text-s text-ink-2">{plural(list.length, 'version')} to decide{list.length > 1 && `, ${list.some(({ version }) => servesUnapproved(version)) ? 'what serves already first, then ' : ''}the longest wait first`}</span>}</Toolbar>
      {error && <div className="p-4"><ProblemNote error={error} onRetry={() => void refetch()} /></div>}
      {!list && !error && <div className="p-4"><Skeleton lines={6} height={44} label="Reading the inbox" /></div>}
      {list?.length === 0 && <Empty icon={Inbox} title="Nothing waits for a decision" text="Versions that are registered and neither approved nor rejected stand here, with what their evidence lacks." action={<Button onPress={() => desk.open('models')}>Show the models</Button>} />}
      {list && list.length > 0 && (
        <ul className="flex min-h-0 flex-1 flex-col gap-2 overflow-auto p-4" aria-label="Versions to decide">
          {list.map((waiting) => <InboxRow key={`${waiting.version.model}:${waiting.version.version}`} waiting={waiting} />)}
        </ul>
      )}
    </div>
  )
}
