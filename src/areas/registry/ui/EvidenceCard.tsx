import { ListChecks } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { titleOf } from '../domain/evidence.ts'
import { stoodBeside } from '../domain/frozen.ts'
import type { Stood } from '../domain/frozen.ts'
import type { Evidence } from '../domain/policy.ts'
import type { VersionDetail } from '../domain/registered.ts'
import { EvidenceMark } from './EvidenceMark.tsx'
import { useRegistry } from './useRegistry.ts'
import { when } from './words.ts'

/** Each item of the policy with its number. A decided version shows what it was decided on, and beside it what would be judged now where that differs. */
export function EvidenceCard({ version }: { readonly version: VersionDetail }) {
  const { desk } = useRegistry()
  const { model, approval, decided } = version
  const { stood, asked } = stoodBeside(version)
  const met = stood.filter(({ evidence }) => evidence.state === 'met').length
  return (
    <section className="card" aria-labelledby="evidence-head">
      <h2 id="evidence-head">Evidence <small>{stood.length === 0 ? `nothing ${decided ? 'was' : 'is'} asked for` : `${met} of ${stood.length} met`}{decided && <> when it was {approval}, <time dateTime={new Date(decided.at).toISOString()}>{when(decided.at)}</time></>}</small><span className="sp" /><Button variant="ghost" size="s" icon={ListChecks} onPress={() => desk.open('model', { model, tab: 'policy' })}>Policy</Button></h2>
      {stood.length === 0 && asked.length === 0 && <p className="p-3 text-s text-ink-2">No policy is set for “{model}”, so that any version may be approved. Say what must be shown first: limits on metrics, a review, a signature.</p>}
      {stood.length > 0 && <ul className="flex flex-col py-2" aria-label="Evidence">{stood.map(({ evidence, now }) => <Row key={evidence.item.id} evidence={evidence} now={now} />)}</ul>}
      {asked.length > 0 && (
        <>
          <p className="border-t border-line px-3 pt-2 text-xs text-ink-2">Asked for since the decision, as it stands now:</p>
          <ul className="flex flex-col pb-2" aria-label="Evidence asked for since">{asked.map((evidence) => <Row key={evidence.item.id} evidence={evidence} now={null} />)}</ul>
        </>
      )}
    </section>
  )
}

function Row({ evidence: { item, state, found, wanted }, now }: Stood) {
  return (
    <li className="grid grid-cols-[84px_minmax(0,1fr)_minmax(0,1fr)] items-center gap-2 border-t border-line px-3 py-1.5 text-s first:border-t-0" data-state={state}>
      <EvidenceMark state={state} words />
      <span className="min-w-0"><span className="block font-medium">{titleOf(item)}</span></span>
      <span className="min-w-0 text-right"><span className={/\d/.test(found) ? 'num' : ''}>{found}</span><span className="block text-xs text-ink-3">wanted: {wanted}</span></span>
      {now && <Now evidence={now} wanted={wanted} />}
    </li>
  )
}

function Now({ evidence, wanted }: { readonly evidence: Evidence | 'gone'; readonly wanted: string }) {
  if (evidence === 'gone') return <span className="col-span-2 col-start-2 text-xs text-ink-2">The policy no longer asks for it.</span>
  return <span className="col-span-2 col-start-2 flex items-center gap-1.5 text-xs text-ink-2">now: <EvidenceMark state={evidence.state} words /> {evidence.found}{evidence.wanted === wanted ? '' : `, wanted: ${evidence.wanted}`}</span>
}
