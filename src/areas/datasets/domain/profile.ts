import { z } from 'zod'

/** What one column of a version comes to. NaN counts as missing; infinities stay out of mean, extremes and bins. */
export const Figures = z.object({ type: z.string(), missing: z.int(), distinct: z.int().nullable(), min: z.string().nullable(), max: z.string().nullable(), mean: z.number().nullable(), deviation: z.number().nullable() })
export type Figures = z.infer<typeof Figures>

export const Profile = z.object({
  dataset: z.string(),
  version: z.int(),
  rows: z.int(),
  columns: z.array(Figures.extend({
    name: z.string(),
    valid: z.int(),
    kind: z.enum(['number', 'time', 'category']),
    /** Ranges of one width for numbers and times, the commonest values for the rest. */
    bins: z.array(z.object({ label: z.string(), count: z.int() })),
    /** Rows with a value that none of the bins holds. */
    others: z.int(),
  })),
  scope: z.string(),
  ms: z.number(),
})
export type Profile = z.infer<typeof Profile>
export type ProfiledColumn = Profile['columns'][number]
