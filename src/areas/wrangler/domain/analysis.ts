import { z } from 'zod'
import { ColumnId } from './columns.ts'
import { Bin, Scope, Top } from './profile.ts'

export const Analysis = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('histogram'), column: ColumnId, bins: z.int().min(2).max(200).default(40), by: ColumnId.optional() }),
  z.object({ kind: z.literal('scatter'), x: ColumnId, y: ColumnId, color: ColumnId.optional() }),
  z.object({ kind: z.literal('summary') }),
  z.object({ kind: z.literal('correlation'), method: z.enum(['pearson', 'spearman', 'cramer']).default('pearson') }),
  z.object({ kind: z.literal('leakage'), target: ColumnId }),
  z.object({ kind: z.literal('duplicates'), columns: z.array(ColumnId).default([]) }),
])
export type Analysis = z.infer<typeof Analysis>

const scoped = { scope: Scope, ms: z.number() }

export const Finding = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('histogram'), series: z.array(z.object({ name: z.string(), bins: z.array(Bin), top: z.array(Top) })), ...scoped }),
  /** A sample of points, and the counts of all rows on a grid of cells. */
  z.object({ kind: z.literal('scatter'), points: z.array(z.tuple([z.number(), z.number(), z.string().nullable()])), correlation: z.number().nullable(), pairs: z.int(), ...scoped }),
  z.object({ kind: z.literal('summary'), head: z.array(z.string()), rows: z.array(z.array(z.string())), ...scoped }),
  z.object({ kind: z.literal('correlation'), columns: z.array(ColumnId), names: z.array(z.string()), values: z.array(z.array(z.number().nullable())), ...scoped }),
  /** How well one column alone tells the target: ROC AUC for two classes, η² or R² else; 1 is a leak. `coverage` is the share of rows whose category was met in the half learnt from. */
  z.object({ kind: z.literal('leakage'), measure: z.string(), columns: z.array(z.object({ column: ColumnId, name: z.string(), score: z.number().nullable(), coverage: z.number().nullable().default(null), verdict: z.enum(['leak', 'suspect', 'fine', 'none']) })), ...scoped }),
  z.object({ kind: z.literal('duplicates'), groups: z.int(), extra: z.int(), names: z.array(z.string()), examples: z.array(z.object({ count: z.int(), row: z.array(z.unknown()) })), ...scoped }),
])
export type Finding = z.infer<typeof Finding>

/** One warning of the quality report, with the step that mends it. */
export const Warning = z.object({
  severity: z.enum(['high', 'medium', 'low']),
  column: ColumnId.nullable(),
  title: z.string(),
  detail: z.string(),
  fix: z.object({ label: z.string(), op: z.string(), params: z.record(z.string(), z.unknown()) }).nullable(),
})
export type Warning = z.infer<typeof Warning>

export const Report = z.object({
  dataset: z.string(), rows: z.int(), columns: z.int(), at: z.string(),
  warnings: z.array(Warning),
  profiles: z.array(z.object({ column: ColumnId, name: z.string(), type: z.string(), figures: z.array(z.object({ label: z.string(), value: z.string() })), bins: z.array(Bin), top: z.array(Top) })),
  scope: Scope, ms: z.number(),
})
export type Report = z.infer<typeof Report>
