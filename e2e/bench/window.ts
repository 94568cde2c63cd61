import { wrangler } from '#areas/wrangler/contract.ts'
import { timed } from '../ask.ts'
import { quantile } from './figure.ts'
import type { Bench, Figure } from './figure.ts'

const size = 200
const times = 300

/** Windows of the file as it lies on disk, anywhere in it. */
export async function* windowBench({ server, recipe, rows }: Bench): AsyncGenerator<Figure> {
  const [inside, outside]: [number[], number[]] = [[], []]
  for (let i = -10; i < times; i++) {
    const from = placeOf(i, rows - size)
    const { ms, answer } = await timed(server, wrangler.window, { recipe, page: { from, size } })
    if (answer.rows.length !== size || answer.rids[0] !== from) throw new Error(`The window at ${from} is not the one that was asked for.`)
    if (i < 0) continue
    inside.push(answer.ms)
    outside.push(ms)
  }
  const note = `${times} windows of ${size} rows × 10 columns, spread over ${rows.toLocaleString('en')} rows`
  yield { figure: 'window p50 at the server', value: quantile(inside, 0.5), unit: 'ms', note }
  yield { figure: 'window p95 at the server', value: quantile(inside, 0.95), unit: 'ms', limit: 30, note }
  yield { figure: 'window p95 over HTTP, parsed', value: quantile(outside, 0.95), unit: 'ms', note }
}

/** Places without order that are the same in each run. */
export function placeOf(i: number, most: number): number {
  return Math.floor((((i + 17) * 0.618_033_988_75) % 1) * Math.max(0, most))
}
