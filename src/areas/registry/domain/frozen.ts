import type { Decided } from './registered.ts'
import type { Evidence } from './policy.ts'

interface Judged { readonly evidence: readonly Evidence[]; readonly decided: Decided | null }

/** What a version is shown with: what it was decided on, or, while it waits, what stands now. */
export function shownEvidence({ evidence, decided }: Judged): readonly Evidence[] {
  return decided?.evidence ?? evidence
}

/** An item as it stood at the decision beside what it would be now: `now` where that differs, `gone` where the policy no longer asks. */
export interface Stood { readonly evidence: Evidence; readonly now: Evidence | 'gone' | null }

export function stoodBeside({ evidence, decided }: Judged): { readonly stood: readonly Stood[]; readonly asked: readonly Evidence[] } {
  const then = shownEvidence({ evidence, decided })
  const known = new Map(evidence.map((one) => [one.item.id, one]))
  return {
    stood: then.map((one) => ({ evidence: one, now: decided ? changed(one, known.get(one.item.id)) : null })),
    /** What the policy asks since the decision. */
    asked: evidence.filter(({ item }) => !then.some((one) => one.item.id === item.id)),
  }
}

function changed(then: Evidence, now: Evidence | undefined): Stood['now'] {
  if (!now) return 'gone'
  return now.state === then.state && now.found === then.found && now.wanted === then.wanted ? null : now
}
