import type { VersionDetail } from '../domain/registered.ts'
import { EvidenceCard } from './EvidenceCard.tsx'
import { FactsCard } from './FactsCard.tsx'
import { MetricsCard } from './MetricsCard.tsx'
import { TalkCard } from './TalkCard.tsx'

/** Evidence, figures, where it came from, and what people said. */
export function OverviewTab({ version }: { readonly version: VersionDetail }) {
  return (
    <div className="grid grid-cols-1 items-start gap-4 p-4 min-[1100px]:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="flex min-w-0 flex-col gap-4"><EvidenceCard version={version} /><MetricsCard version={version} /></div>
      <div className="flex min-w-0 flex-col gap-4"><TalkCard version={version} /><FactsCard version={version} /></div>
    </div>
  )
}
