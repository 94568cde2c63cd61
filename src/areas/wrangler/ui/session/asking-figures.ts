import type { z } from 'zod'
import { ask, asking } from '#wire/ask.ts'
import type { Addressed } from '#wire/contract.ts'
import { figuresLane } from './lane.ts'

/** A question about figures: it waits its turn, and its answer never grows old. */
export function askingFigures<C extends Addressed>(call: C, input: z.input<C['input']>) {
  return { ...asking(call, input), queryFn: ({ signal }: { signal: AbortSignal }) => figuresLane(() => ask(call, input, signal), signal), staleTime: Infinity, gcTime: 120_000, retry: false as const }
}
