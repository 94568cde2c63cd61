import { z } from 'zod'

export const Approval = z.enum(['pending', 'approved', 'rejected'])
export type Approval = z.infer<typeof Approval>

const id = z.string()

/** One thing that must be shown before a version of a model is approved. */
export const PolicyItem = z.discriminatedUnion('kind', [
  z.object({ id, kind: z.literal('metric'), key: z.string().min(1), op: z.enum(['>=', '>', '<=', '<']), value: z.number() }),
  /** At least `margin` better than the version that the alias `champion` names; met while there is none. */
  z.object({ id, kind: z.literal('champion'), key: z.string().min(1), better: z.enum(['higher', 'lower']), margin: z.number().min(0).default(0) }),
  z.object({ id, kind: z.literal('review'), role: z.string().min(1) }),
  z.object({ id, kind: z.literal('comment') }),
  z.object({ id, kind: z.literal('signature') }),
  z.object({ id, kind: z.literal('example') }),
  z.object({ id, kind: z.literal('dataset') }),
  z.object({ id, kind: z.literal('description') }),
  /** A gate that another area brings, by its name, e.g. fairness or an evaluation. */
  z.object({ id, kind: z.literal('gate'), name: z.string().min(1) }),
])
export type PolicyItem = z.infer<typeof PolicyItem>

export const Policy = z.object({ items: z.array(PolicyItem).max(50) })
export type Policy = z.infer<typeof Policy>

/** How an item stands for a version: `found` is its number or word, `wanted` what the policy asks, both written for a person. */
export const Evidence = z.object({ item: PolicyItem, state: z.enum(['met', 'unmet', 'missing']), found: z.string(), wanted: z.string() })
export type Evidence = z.infer<typeof Evidence>
