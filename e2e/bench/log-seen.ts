import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { jobs } from '#areas/jobs/contract.ts'
import { ask } from '../ask.ts'
import type { Server } from '../server.ts'
import { each } from './bare.ts'
import { quantile } from './figure.ts'
import type { Figure } from './figure.ts'
import { listenTo } from './told.ts'
import { trained } from './train.ts'

const times = 15

/** The script says when it prints: the client that follows the log as the page does says when it has read that. */
export async function* logSeen(server: Server): AsyncGenerator<Figure> {
  await writeFile(join(server.root, 'says.py'), 'import random, time\ntime.sleep(0.5 + random.random() / 2)\nprint(time.time_ns() // 1000, flush=True)\ntime.sleep(0.5 + random.random() / 2)\nprint(time.time_ns() // 1000, flush=True)\ntime.sleep(0.5)\n')
  const seen = await each(times, () => linesSeen(server))
  const [first, later] = [seen.map(([ms]) => ms ?? Number.NaN), seen.map(([, ms]) => ms ?? Number.NaN)]
  const note = `${times} scripts; told on the event stream, read by the page’s own question`
  yield { figure: 'first line of a log is seen after, p95', value: quantile(first, 0.95), unit: 'ms', limit: 300, note }
  yield { figure: 'a later line is seen after, p95', value: quantile(later, 0.95), unit: 'ms', limit: 300, note }
}

/** Milliseconds after which each line was read. */
async function linesSeen(server: Server): Promise<number[]> {
  const stream = await listenTo(server)
  const [id = ''] = await trained(server, { script: 'says.py' })
  const seen: number[] = []
  for (;;) {
    const { lines } = await ask(server, jobs.log, { id, from: -1000, lines: 1000 })
    for (const line of lines.slice(seen.length)) seen.push(Date.now() - Number(line) / 1000)
    if (seen.length === 2) break
    await stream.next(({ area, ids }) => ['jobs', 'jobLogs'].includes(area) && ids.includes(id))
  }
  stream.close()
  return seen
}
