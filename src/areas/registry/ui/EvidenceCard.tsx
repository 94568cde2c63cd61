import { ListChecks } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { titleOf } from '../domain/evidence.ts'
import type { VersionDetail } from '../domain/registered.ts'
import { EvidenceMark } from './EvidenceMark.tsx'
import { useRegistry } from './useRegistry.ts'

/** Each item of the policy with its number: met, unmet or missing. */
export function EvidenceCard({ version: { model, evidence } }: { readonly version: VersionDetail }) {
  const { desk } = useRegistry()
  const met = evidence.filter(({ state }) => state === 'met').length
  const editPolicy = () => desk.open('model', { model, tab: 'policy' })
  return (
    <section className="card" aria-labelledby="evidence-head">
      <h2 id="evidence-head">Evidence <small>{evidence.length === 0 ? 'nothing is asked for' : `${met} of ${evidence.length} met`}</small><span className="sp" /><Button variant="ghost" size="s" icon={ListChecks} onPress={editPolicy}>Policy</Button></h2>
      {evidence.length === 0
        ? <p className="p-3 text-s text-ink-2">No policy is set for “{model}”, so that any version may be approved. Say what must be shown first: limits on metrics, a review, a signature.</p>
        : (
          <ul className="flex flex-col py-2" aria-label="Evidence">
            {evidence.map(({ item, state, found, wanted }) => (
              <li key={item.id} className="grid grid-cols-[84px_minmax(0,1fr)_minmax(0,1fr)] items-center gap-2 border-t border-line px-3 py-1.5 text-s first:border-t-0" data-state={state}>
                <EvidenceMark state={state} words />
                <span className="min-w-0"><span className="block font-medium">{titleOf(item)}</span></span>
                <span className="min-w-0 text-right"><span className={/\d/.test(found) ? 'num' : ''}>{found}</span><span className="block text-xs text-ink-3">wanted: {wanted}</span></span>
              </li>
            ))}
          </ul>
        )}
    </section>
  )
}
