import { z } from 'zod'

/** What happened on the server: the areas whose answers are stale, and the ids concerned. */
export const Happening = z.object({ area: z.string(), ids: z.array(z.string()).default([]), what: z.string().default('changed') })
export type Happening = z.infer<typeof Happening>

export interface Events {
  readonly tell: (happening: Happening) => void
  readonly listen: (hear: (happening: Happening) => void) => () => void
}

export function openEvents(): Events {
  const ears = new Set<(happening: Happening) => void>()
  return {
    tell: (happening) => { for (const hear of ears) hear(happening) },
    listen: (hear) => {
      ears.add(hear)
      return () => { ears.delete(hear) }
    },
  }
}
