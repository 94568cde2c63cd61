import { wrangler } from '#areas/wrangler/contract.ts'
import { timed } from '../ask.ts'
import { processorTime } from './cpu.ts'
import { quantile } from './figure.ts'
import type { Bench, Figure } from './figure.ts'
import { floorOf } from './floor.ts'

const size = 200
const times = 300
const warm = 10

/** Windows of the file as it lies on disk: anywhere in it, and one after the other as a wheel asks for them. */
export async function* windowBench(bench: Bench): AsyncGenerator<Figure> {
  const { rows } = bench
  const anywhere = Array.from({ length: times + warm }, (_, i) => placeOf(i - warm, rows - size))
  yield* figuresOf(bench, 'window', anywhere, `${times} windows of ${size} rows × 10 columns, spread over ${rows.toLocaleString('en')} rows`)
  const start = placeOf(3, rows - (times + warm) * size)
  yield* figuresOf(bench, 'next window', anywhere.map((_, i) => start + i * size), `${times} windows of ${size} rows × 10 columns, each behind the one before`)
  const floor = await floorOf(bench, anywhere.slice(0, 60).map((from) => Array.from({ length: size }, (_, i) => from + i)))
  yield { figure: 'window p95, plain DuckDB on the same file', value: quantile(floor, 0.95), unit: 'ms', note: `p50 ${quantile(floor, 0.5).toFixed(1)} ms; the query alone, in this process, without server, HTTP and JSON; the first of the windows above` }
}

async function* figuresOf({ server, recipe }: Bench, name: string, places: readonly number[], note: string): AsyncGenerator<Figure> {
  const [inside, outside]: [number[], number[]] = [[], []]
  let used = Number.NaN
  for (const [i, from] of places.entries()) {
    if (i === warm) used = await processorTime(server)
    const { ms, answer } = await timed(server, wrangler.window, { recipe, page: { from, size } })
    if (answer.rows.length !== size || answer.rids[0] !== from) throw new Error(`The window at ${from} is not the one that was asked for.`)
    if (i < warm) continue
    inside.push(answer.ms)
    outside.push(ms)
  }
  const spent = ((await processorTime(server)) - used) / inside.length
  yield { figure: `${name} p50 at the server`, value: quantile(inside, 0.5), unit: 'ms', note }
  yield { figure: `${name} p95 at the server`, value: quantile(inside, 0.95), unit: 'ms', limit: 30, note: `${note}; from the question read to the rows in hand` }
  yield { figure: `${name} p95 over HTTP, parsed`, value: quantile(outside, 0.95), unit: 'ms', note }
  if (!Number.isNaN(spent)) yield { figure: `${name}, processor time of server and engine`, value: spent, unit: 'ms', note: `the mean; free of what else runs on the machine` }
}

/** Places without order that are the same in each run. */
export function placeOf(i: number, most: number): number {
  return Math.floor((((i + 17) * 0.618_033_988_75) % 1) * Math.max(0, most))
}
