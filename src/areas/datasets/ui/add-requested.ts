import { subscribable } from '#lib/subscribable.ts'

/** Whether a command asked for a data set to be added before the panel could hear it. */
export const addRequested = subscribable(false)
