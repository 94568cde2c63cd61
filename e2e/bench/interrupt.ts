import { wrangler } from '#areas/wrangler/contract.ts'
import { pause, quiet, timed } from '../ask.ts'
import { ticksOf } from './cpu.ts'
import { quantile } from './figure.ts'
import type { Bench, Figure } from './figure.ts'
import { childrenOf } from './memory.ts'

const times = 10
const tick = 10

/** A question that needs every row is withdrawn: how long until the engine does nothing more, and until the next window stands. */
export async function* interruptBench({ server, recipe, rows }: Bench): AsyncGenerator<Figure> {
  const [idle, next]: [number[], number[]] = [[], []]
  for (let i = 0; i < times; i++) {
    await quiet(server)
    const control = new AbortController()
    const heavy = timed(server, wrangler.profile, { recipe, column: 'c5', exact: true, view: { sort: [], filter: [{ kind: 'compare', column: 'c4', is: '>', value: i }] } }, control.signal).then(() => 'done', () => 'withdrawn')
    await pause(250)
    const began = performance.now()
    control.abort()
    const answered = i % 2 === 0 ? undefined : (await timed(server, wrangler.window, { recipe, page: { from: rows - 1000, size: 60 } })).ms
    if ((await heavy) === 'done') throw new Error('The heavy question was over before it was withdrawn; give more --rows.')
    if (answered === undefined) idle.push(await engineIdle(server.pid(), began))
    else next.push(answered)
  }
  const measured = idle.filter((ms) => !Number.isNaN(ms))
  if (measured.length > 0) yield { figure: 'withdrawn to engine idle, p95', value: quantile(measured, 0.95), unit: 'ms', limit: 100, note: `${measured.length} times, by the processor time of the engine’s process, ± ${tick} ms` }
  yield { figure: 'withdrawn to the next window answered, p95', value: quantile(next, 0.95), unit: 'ms', limit: 100, note: `${next.length} times` }
}

/** When the engine used the processor last, after `began`; NaN where the system does not tell. */
async function engineIdle(server: number, began: number): Promise<number> {
  const [engine] = await childrenOf(server)
  if (engine === undefined) return Number.NaN
  let [last, used] = [0, await ticksOf(engine)]
  while (performance.now() - began < last + 150) {
    await pause(tick / 2)
    const now = await ticksOf(engine)
    if (now > used) [last, used] = [performance.now() - began, now]
  }
  return last
}
