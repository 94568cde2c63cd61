import { useQuery } from '@tanstack/react-query'
import { Inbox } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { Empty } from '#kit/Empty.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { Toolbar } from '#kit/Toolbar.tsx'
import { asking } from '#wire/ask.ts'
import { registry } from '../contract.ts'
import { AliasChips } from './AliasChips.tsx'
import { EvidenceMark } from './EvidenceMark.tsx'
import { useRegistry } from './useRegistry.ts'
import { ago, plural, when } from './words.ts'

/** Versions that wait for a decision, for leads: the one that waits longest first. */
export function InboxPanel() {
  const { desk, openVersion } = useRegistry()
  const { data: list, error, refetch } = useQuery(asking(registry.inbox, {}))
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface" data-view="inbox">
      <Toolbar label="Inbox"><h1 className="ttl">Inbox</h1>{list && list.length > 0 && <span className="text-s text-ink-2">{plural(list.length, 'version')} to decide, the longest wait first</span>}</Toolbar>
      {error && <div className="p-4"><ProblemNote error={error} onRetry={() => void refetch()} /></div>}
      {!list && !error && <div className="p-4"><Skeleton lines={6} height={44} label="Reading the inbox" /></div>}
      {list?.length === 0 && <Empty icon={Inbox} title="Nothing waits for a decision" text="Versions that are registered and neither approved nor rejected stand here, with what their evidence lacks." action={<Button onPress={() => desk.open('models')}>Show the models</Button>} />}
      {list && list.length > 0 && (
        <ul className="flex min-h-0 flex-1 flex-col gap-2 overflow-auto p-4" aria-label="Versions to decide">
          {list.map(({ version, met, of, unmet }) => (
            <li key={`${version.model}:${version.version}`} className="flex flex-wrap items-start gap-x-4 gap-y-2 rounded-2 border border-line bg-surface p-3 hover:border-line-strong">
              <div className="flex min-w-[220px] flex-1 flex-col gap-1">
                <span className="flex flex-wrap items-center gap-2"><button type="button" className="clip rounded-1 font-semibold text-accent hover:underline" onClick={() => openVersion(version)}>{version.model} v{version.version}</button><AliasChips aliases={version.aliases} /></span>
                <span className="text-xs text-ink-2"><span title={when(version.created)}>registered {ago(version.created)} by {version.by}</span>{version.runName && ` · run ${version.runName}`}</span>
                {version.description && <span className="clip text-s text-ink-2" title={version.description}>{version.description}</span>}
              </div>
              <div className="flex min-w-[260px] flex-[2] flex-col gap-1 text-s">
                {unmet.length === 0 ? <span className="flex items-center gap-2"><EvidenceMark state="met" />{of === 0 ? 'No policy is set: nothing is asked for.' : `All ${of} items are met.`}</span> : <span className="text-ink-2">{met} of {of} items met. Open:</span>}
                {unmet.length > 0 && <ul className="flex flex-col gap-0.5">{unmet.slice(0, 6).map((line) => <li key={line} className="flex items-center gap-2"><EvidenceMark state="unmet" /><span className="clip" title={line}>{line}</span></li>)}{unmet.length > 6 && <li className="text-xs text-ink-2">and {unmet.length - 6} more</li>}</ul>}
              </div>
              <Button onPress={() => openVersion(version)}>Look and decide</Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
