import { availableParallelism } from 'node:os'
import type { Server } from '../server.ts'
import { bareTime, each } from './bare.ts'
import type { Figure } from './figure.ts'
import { wholeTime } from './train.ts'

const count = 1000

/** A thousand commands that do nothing, as many at once as the machine has cores. */
export async function* jobQueue(server: Server): AsyncGenerator<Figure> {
  const began = performance.now()
  await Promise.all(Array.from({ length: availableParallelism() }, () => each(count / availableParallelism(), () => bareTime('sh', ['-c', 'true']))))
  const bare = count / ((performance.now() - began) / 1000)
  const { ms, answered } = await wholeTime(server, { command: ['sh', '-c', 'true'], each: { a: numbers(25), b: numbers(40) } })
  const rate = count / (ms / 1000)
  yield { figure: 'trivial commands: bare spawns of Node', value: bare, unit: 'commands/s', note: `${count} of sh -c true, ${availableParallelism()} at a time; nothing is kept` }
  yield { figure: 'trivial commands, a queue of 1,000', value: rate, unit: 'commands/s', least: 50, peer: 'bare spawns', ratio: rate / bare, note: 'from Train until the last is over; each with its folder, log, exit status and rows; ratio: the studio’s rate over the bare one' }
  yield { figure: 'a queue of 1,000 is taken', value: answered, unit: 'ms', note: 'until Train is answered; the first of them run meanwhile' }
}

function numbers(length: number): number[] {
  return Array.from({ length }, (_, i) => i)
}
