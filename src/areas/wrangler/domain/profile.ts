import { z } from 'zod'

/** What a figure rests on: all rows, or a sample of n. `≈` marks an approximate method on all rows. */
export const Scope = z.object({ kind: z.enum(['exact', 'approx', 'sample']), rows: z.int(), of: z.int().nullable() })
export type Scope = z.infer<typeof Scope>

export const Bin = z.object({ from: z.number(), to: z.number(), count: z.int(), label: z.string() })
export type Bin = z.infer<typeof Bin>

export const Top = z.object({ value: z.string(), count: z.int() })
export type Top = z.infer<typeof Top>

/** The quick insight in a column's head. `bins` for numbers and dates, `top` for the rest. Bounds of bins are numbers, epoch milliseconds for dates. */
export const Head = z.object({
  valid: z.int(), missing: z.int(), invalid: z.int(),
  bins: z.array(Bin), top: z.array(Top), others: z.int(), distinct: z.int().nullable(),
  min: z.string().nullable(), max: z.string().nullable(),
  scope: Scope, ms: z.number(),
})
export type Head = z.infer<typeof Head>

/** One figure with its own scope, ready to read. */
export const Figure = z.object({ key: z.string(), label: z.string(), value: z.string(), scope: Scope, ms: z.number() })
export type Figure = z.infer<typeof Figure>

export const Profile = z.object({ figures: z.array(Figure), head: Head, lengths: z.array(Bin) })
export type Profile = z.infer<typeof Profile>
