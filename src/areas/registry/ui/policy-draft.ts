import { newId } from '#lib/ids.ts'
import { never } from '#lib/never.ts'
import { PolicyItem } from '../domain/policy.ts'
import type { Policy } from '../domain/policy.ts'

export type Kind = PolicyItem['kind']

/** What can be asked for, in plain words. */
export const kindWords = {
  metric: { label: 'A metric over a limit', about: 'e.g. accuracy at least 0.9' },
  champion: { label: 'No worse than the champion', about: 'a metric against the version that the alias champion names' },
  review: { label: 'A review by a role', about: 'someone who holds the role approves' },
  comment: { label: 'A comment', about: 'somebody wrote what they saw' },
  signature: { label: 'A signature', about: 'inputs and outputs are declared' },
  example: { label: 'An input example', about: 'kept with the model' },
  dataset: { label: 'The data it was trained on', about: 'the run names a data set' },
  description: { label: 'A description', about: 'of the version' },
  gate: { label: 'A gate of another area', about: 'such as fairness or an evaluation' },
} as const satisfies Record<Kind, { readonly label: string; readonly about: string }>

export function itemOf(kind: Kind, metric: string): PolicyItem {
  const id = newId('item')
  switch (kind) {
    case 'metric': return { id, kind, key: metric, op: '>=', value: 0 }
    case 'champion': return { id, kind, key: metric, better: 'higher', margin: 0 }
    case 'review': return { id, kind, role: 'lead' }
    case 'gate': return { id, kind, name: '' }
    case 'comment': case 'signature': case 'example': case 'dataset': case 'description': return { id, kind }
    default: return never(kind)
  }
}

/** The items that say enough to be judged. */
export function judgeable(items: readonly PolicyItem[]): Policy {
  return { items: items.filter((item) => PolicyItem.safeParse(item).success) }
}
