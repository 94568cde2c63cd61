import { z } from 'zod'

/** What a publishing job comes to. */
export const Published = z.object({ dataset: z.string(), version: z.int(), rows: z.int() })
export type Published = z.infer<typeof Published>
