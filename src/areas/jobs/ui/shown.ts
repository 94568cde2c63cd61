import { subscribable } from '#lib/subscribable.ts'

export type Filter = 'all' | 'running'

/** What the side panel shows: it is kept while the panel is closed, and commands reach it there. */
export const shown = subscribable<{ readonly filter: Filter; readonly clearing: boolean }>({ filter: 'all', clearing: false })
