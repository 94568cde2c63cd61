import { readFile } from 'node:fs/promises'
import { pause } from '../ask.ts'
import type { Server } from '../server.ts'
import { batchBody } from './rest.ts'
import type { Rest } from './rest.ts'

/** Points a second at the route by so many clients at once, each sending batches of 1,000 one after another. */
export async function routeRate(rest: Rest, { clients, batches }: { readonly clients: number; readonly batches: number }): Promise<number> {
  const runs = await Promise.all(Array.from({ length: clients }, () => rest.createRun('0')))
  const bodies = runs.map((run) => Array.from({ length: batches }, (_, b) => batchBody(run, b * 1000, 1000)))
  const began = performance.now()
  await Promise.all(bodies.map(async (own) => { for (const body of own) await rest.log(body) }))
  return (clients * batches * 1000) / ((performance.now() - began) / 1000)
}

export interface Endured { readonly sent: number; readonly errors: number; readonly runs: readonly string[]; readonly grown: number; readonly held: number }

/** So many clients log 100 points ten times a second; what the server holds is looked at after a third of the time and at the end. */
export async function endure(rest: Rest, server: Server, { clients, seconds }: { readonly clients: number; readonly seconds: number }): Promise<Endured> {
  const runs = await Promise.all(Array.from({ length: clients }, () => rest.createRun('0')))
  let [sent, errors] = [0, 0]
  const until = performance.now() + seconds * 1000
  const client = async (run: string, offset: number) => {
    await pause(offset)
    for (let from = 0; performance.now() < until; from += 100) {
      const began = performance.now()
      await rest.log(batchBody(run, from, 100)).then(() => { sent += 100 }, () => { errors++ })
      await pause(Math.max(0, 100 - (performance.now() - began)))
    }
  }
  const early = pause((seconds * 1000) / 3).then(() => heldBy(server))
  await Promise.all(runs.map((run, i) => client(run, (i * 100) / clients)))
  const held = await heldBy(server)
  return { sent, errors, runs, held, grown: held - (await early) }
}

async function heldBy(server: Server): Promise<number> {
  const status = await readFile(`/proc/${server.pid()}/status`, 'utf8').catch(() => '')
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024
}
