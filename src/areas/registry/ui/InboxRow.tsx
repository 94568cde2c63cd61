import { TriangleAlert } from 'lucide-react'
import type { z } from 'zod'
import { Button } from '#kit/Button.tsx'
import { Chip } from '#kit/Chip.tsx'
import type { registry } from '../contract.ts'
import { plainLine } from '../domain/plain-line.ts'
import { servesUnapproved } from '../domain/serves.ts'
import { AliasChips } from './AliasChips.tsx'
import { EvidenceMark } from './EvidenceMark.tsx'
import { useRegistry } from './useRegistry.ts'
import { ago, when } from './words.ts'

type Waiting = z.output<typeof registry.inbox.output>[number]

const most = 6

/** A version that waits, and what its evidence lacks. */
export function InboxRow({ waiting: { version, met, of, unmet } }: { readonly waiting: Waiting }) {
  const { openVersion } = useRegistry()
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 rounded-2 border border-line bg-surface p-3 hover:border-line-strong">
      <div className="flex min-w-[220px] flex-1 flex-col gap-1">
        <span className="flex flex-wrap items-center gap-2"><button type="button" className="clip rounded-1 font-semibold text-accent hover:underline" onClick={() => openVersion(version)}>{version.model} v{version.version}</button><AliasChips aliases={version.aliases} />{servesUnapproved(version) && <Chip kind="warn" icon={TriangleAlert}>serves without approval</Chip>}</span>
        <span className="text-xs text-ink-2"><span title={when(version.created)}>registered {ago(version.created)} by {version.by}</span>{version.runName && ` · run ${version.runName}`}</span>
        {version.description && <span className="clip text-s text-ink-2" title={version.description}>{plainLine(version.description)}</span>}
      </div>
      <div className="flex min-w-[260px] flex-[2] flex-col gap-1 text-s">
        {unmet.length === 0 ? <span className="flex items-center gap-2"><EvidenceMark state="met" />{of === 0 ? 'No policy is set: nothing is asked for.' : `All ${of} items are met.`}</span> : <span className="text-ink-2">{met} of {of} items met. Open:</span>}
        {unmet.length > 0 && (
          <ul className="flex flex-col gap-0.5">
            {unmet.slice(0, most).map(({ state, title, found }, i) => <li key={i} className="grid grid-cols-[76px_minmax(0,1fr)] items-start gap-2" data-state={state}><EvidenceMark state={state} words /><span className="min-w-0">{title} <span className="text-ink-2">({found})</span></span></li>)}
            {unmet.length > most && <li className="text-xs text-ink-2">and {unmet.length - most} more</li>}
          </ul>
        )}
      </div>
      <Button onPress={() => openVersion(version)}>Look and decide</Button>
    </li>
  )
}
