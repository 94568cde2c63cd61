import { z } from 'zod'
import { Figures } from './profile.ts'

/** Two versions side by side; `drift` is the Jensen–Shannon distance (base 2) of the two distributions over shared bins. */
export const Comparison = z.object({
  rows: z.tuple([z.int(), z.int()]),
  bytes: z.tuple([z.int(), z.int()]),
  columns: z.array(z.object({
    name: z.string(),
    change: z.enum(['same', 'added', 'removed', 'type', 'values']),
    left: Figures.nullable(),
    right: Figures.nullable(),
    bins: z.array(z.object({ label: z.string(), left: z.int(), right: z.int() })),
    drift: z.number().nullable(),
  })),
  scope: z.string(),
  ms: z.number(),
})
export type Comparison = z.infer<typeof Comparison>
