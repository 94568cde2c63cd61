import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { environments } from '#areas/environments/contract.ts'
import { ask, jobOver, timed } from '../ask.ts'
import { startServer } from '../server.ts'
import type { Server } from '../server.ts'
import { bareTime, each } from './bare.ts'
import { median } from './figure.ts'
import type { Figure } from './figure.ts'

const times = 9

/** An environment that stands in the cache already, declared anew: in this workspace, and as the first thing in another. */
export async function* environmentReady(server: Server): AsyncGenerator<Figure> {
  const summary = await ask(server, environments.save, { declared: { name: 'built' }, create: true })
  if (summary.state !== 'ready') await jobOver(server, (await ask(server, environments.build, { name: 'built' })).id)
  const again = await each(times, (i) => declared(server, `again${i}`))
  const used = await each(times, async () => (await timed(server, environments.get, { name: 'built' })).ms)
  const elsewhere = await each(5, () => inAnother(join(server.root, '..')))
  yield { figure: 'cached environment ready', value: median(again), unit: 'ms', limit: 50, note: `median of ${times}, from declaring it until the answer says that it is ready` }
  yield { figure: 'cached environment shown in full', value: median(used), unit: 'ms', limit: 50, note: `median of ${times}, with its packages and lock` }
  yield { figure: 'cached environment ready, the first question of another workspace', value: median(elsewhere), unit: 'ms', limit: 50, note: 'median of 5; a fresh server, which has to find the machine’s Pythons' }
  const { tools: { uv } } = await ask(server, environments.list, {})
  const { interpreter } = await ask(server, environments.get, { name: 'built' })
  if (uv === null || interpreter === null) return
  const peer = median(await each(times, () => bareTime(uv, ['pip', 'check', '--python', interpreter])))
  yield { figure: 'cached environment looked through by uv', value: peer, unit: 'ms', peer: 'uv pip check', ratio: peer / median(again), note: `median of ${times}; ratio above 1: the studio is faster` }
}

async function declared(server: Server, name: string): Promise<number> {
  const { ms, answer: { state } } = await timed(server, environments.save, { declared: { name }, create: true })
  if (state !== 'ready') throw new Error(`The environment is ${state}.`)
  return ms
}

async function inAnother(folder: string): Promise<number> {
  const root = await mkdtemp(join(folder, 'other-'))
  const server = await startServer({ root })
  const ms = await declared(server, 'mine')
  await server.stop()
  await rm(root, { recursive: true, force: true })
  return ms
}
