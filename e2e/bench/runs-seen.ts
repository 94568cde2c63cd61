import { runs } from '#areas/runs/contract.ts'
import { ask, pause } from '../ask.ts'
import type { Server } from '../server.ts'
import type { Rest } from './rest.ts'
import { listenTo } from './told.ts'

/** Milliseconds from sending a point until it was told of on the event stream and read by the page's own question. */
export async function seenAfter(server: Server, rest: Rest, times: number): Promise<number[]> {
  const run = await rest.createRun('0')
  const stream = await listenTo(server)
  const found: number[] = []
  for (let step = 0; step < times; step++) {
    await pause(250)
    const next = stream.next(({ area, ids }) => area === 'runs' && ids.includes(run))
    const began = performance.now()
    await rest.log(JSON.stringify({ run_id: run, metrics: [{ key: 'live', value: step, timestamp: Date.now(), step }] }))
    await next
    const { curves } = await ask(server, runs.curves, { runs: [run], metrics: ['live'] })
    if (curves[0]?.x.at(-1) !== step) throw new Error(`Step ${step} was told of but is not in the curve.`)
    found.push(performance.now() - began)
  }
  stream.close()
  return found
}
