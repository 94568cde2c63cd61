import type { Handlers } from '#wire/implement.ts'
import type { runs as contract } from '../contract.ts'
import { patience } from './curves.ts'
import { valueOf } from './detail.ts'
import type { Runs } from './store.ts'

type Calls = Pick<typeof contract, 'curves' | 'sparks' | 'points'>

export function curveHandlers({ curves, history }: Runs): Handlers<Calls> {
  return {
    curves: async (query, { signal }) => {
      const began = performance.now()
      return { curves: await curves.curves(query, signal), ms: performance.now() - began }
    },

    sparks: async ({ runs, metric, points }) => {
      const patient = patience()
      const sparks: { run: string; values: number[] }[] = []
      for (const run of runs) {
        sparks.push({ run, values: curves.spark(run, metric, points) })
        await patient()
      }
      return sparks
    },

    points: ({ run, metric, from, limit }) => {
      const { points, total } = history.window({ run, key: metric, from, limit })
      return { points: points.map(({ step, time, value }) => ({ step, time, value: valueOf(value) })), total }
    },
  }
}
