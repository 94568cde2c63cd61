import { newId } from '#lib/ids.ts'
import { never } from '#lib/never.ts'
import { PolicyItem } from '../domain/policy.ts'
import type { Policy } from '../domain/policy.ts'

export type Kind = PolicyItem['kind']
type Of<K extends Kind> = Extract<PolicyItem, { kind: K }>

export type MetricDraft = Omit<Of<'metric'>, 'value'> & { readonly value: string }
export type ChampionDraft = Omit<Of<'champion'>, 'margin'> & { readonly margin: string }
/** An item as it is being written: numbers are the text in their field, right or wrong. */
export type Draft = Exclude<PolicyItem, Of<'metric'> | Of<'champion'>> | MetricDraft | ChampionDraft

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

/** A limit starts empty: which one is right, only the writer knows. */
export function draftOf(kind: Kind, metric: string): Draft {
  const id = newId('item')
  switch (kind) {
    case 'metric': return { id, kind, key: metric, op: '>=', value: '' }
    case 'champion': return { id, kind, key: metric, better: 'higher', margin: '0' }
    case 'review': return { id, kind, role: 'lead' }
    case 'gate': return { id, kind, name: '' }
    case 'comment': case 'signature': case 'example': case 'dataset': case 'description': return { id, kind }
    default: return never(kind)
  }
}

export function written(item: PolicyItem): Draft {
  if (item.kind === 'metric') return { ...item, value: String(item.value) }
  return item.kind === 'champion' ? { ...item, margin: String(item.margin) } : item
}

/** What is wrong with the number of an item; undefined where nothing is. */
export function numberFault(item: Draft): string | undefined {
  if (item.kind === 'metric') return faultOf(item.value)
  if (item.kind !== 'champion') return undefined
  return faultOf(item.margin) ?? ((numberIn(item.margin) ?? 0) < 0 ? 'A margin is not below 0.' : undefined)
}

function faultOf(text: string): string | undefined {
  if (text.trim() === '') return 'Write a number, e.g. 0.9.'
  return numberIn(text) === undefined ? `“${text.trim()}” is no number. Write it like 0.9 or 1e-3.` : undefined
}

function numberIn(text: string): number | undefined {
  const plain = text.trim().replace('−', '-')
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : Number.NaN
  return Number.isFinite(value) ? value : undefined
}

/** The items that say enough to be judged. */
export function judgeable(items: readonly Draft[]): Policy {
  return { items: items.flatMap((item) => PolicyItem.safeParse(numbered(item)).data ?? []) }
}

function numbered(item: Draft): unknown {
  if (item.kind === 'metric') return { ...item, value: numberIn(item.value) }
  return item.kind === 'champion' ? { ...item, margin: numberIn(item.margin) ?? Number.NaN } : item
}
