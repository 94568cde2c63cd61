import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exists } from '#node/files.ts'
import { pause } from '../ask.ts'
import type { Server } from '../server.ts'
import { bareTime, each } from './bare.ts'
import { median } from './figure.ts'
import type { Figure } from './figure.ts'
import { wholeTime } from './train.ts'

const times = 9

/** An empty script from Train to its end, with a spare interpreter waiting and without. */
export async function* jobStarts(server: Server, python: string): AsyncGenerator<Figure> {
  const script = join(server.root, 'empty.py')
  await writeFile(script, '')
  const bare = median(await each(times, () => bareTime(python, [script])))
  const cold = await each(times, async () => {
    await server.restart()
    return (await wholeTime(server, { script: 'empty.py' })).ms
  })
  const warm = await each(times, () => onceWarm(server, false))
  const tracked = await each(times, () => onceWarm(server, true))
  const note = `median of ${times}, from Train to its end read by the client`
  yield { figure: 'empty script: bare python', value: bare, unit: 'ms', note: `median of ${times}, started and awaited by Node` }
  yield { figure: 'empty script, cold', value: median(cold), unit: 'ms', limit: 1500, peer: 'bare python', ratio: bare / median(cold), note: `${note}; the first work of a fresh server; files in the system’s cache` }
  yield { figure: 'empty script, warm', value: median(warm), unit: 'ms', limit: 300, peer: 'bare python', ratio: bare / median(warm), note: `${note}; a spare interpreter waits` }
  yield { figure: 'empty script, warm, slowest', value: Math.max(...warm), unit: 'ms', limit: 300, note: `of ${times}` }
  yield { figure: 'empty script as a tracked run, warm', value: median(tracked), unit: 'ms', limit: 300, note }
}

async function onceWarm(server: Server, track: boolean): Promise<number> {
  await spareWaits(server)
  return (await wholeTime(server, { script: 'empty.py', track })).ms
}

async function spareWaits({ root }: Server): Promise<void> {
  const home = join(root, '.atelier', 'jobs', 'warm')
  for (;;) {
    const spares = await readdir(home).catch(() => [])
    for (const id of spares) if ((await exists(join(home, id, 'task'))) && !(await exists(join(home, id, 'exit')))) return
    await pause(100)
  }
}
