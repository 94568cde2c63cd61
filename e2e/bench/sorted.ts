import { wrangler } from '#areas/wrangler/contract.ts'
import type { View } from '#areas/wrangler/domain/view.ts'
import { ask, pause, quiet, timed } from '../ask.ts'
import { processorTime } from './cpu.ts'
import { quantile } from './figure.ts'
import type { Bench, Figure } from './figure.ts'
import { floorOf } from './floor.ts'
import { placeOf } from './window.ts'

const size = 60
const times = 120
const columns = { id: 'c0', category: 'c3', amount: 'c4', signal: 'c5', token: 'c8' } as const
const down = (column: string): View => ({ sort: [{ column, descending: true, nullsFirst: false }], filter: [] })

const views: Readonly<Record<string, View>> = {
  'sort by a number': down(columns.amount),
  'sort by a text': down(columns.token),
  'filter of a number': { sort: [], filter: [{ kind: 'compare', column: columns.amount, is: '>', value: 900 }] },
  'filter and sort': { ...down(columns.signal), filter: [{ kind: 'in', column: columns.category, values: ['cat_3', 'cat_7'] }] },
}

/** The first page at once, then the whole order: how long it takes to be there, and windows anywhere in it. */
export async function* sortedBench(bench: Bench): AsyncGenerator<Figure> {
  const { server, rows } = bench
  for (const [name, view] of Object.entries(views)) {
    await quiet(server)
    const began = performance.now()
    const first = await timed(server, wrangler.window, { recipe: bench.recipe, view, page: { from: 0, size } })
    yield { figure: `${name}: first page`, value: first.ms, unit: 'ms', limit: 1000, note: `${first.answer.rows.length} rows over HTTP, nothing prepared` }
    const total = await readyTotal(bench, view)
    yield { figure: `${name}: every row reachable`, value: (performance.now() - began) / 1000, unit: 's', note: `${total.toLocaleString('en')} rows, in the background with progress` }
    await ask(server, wrangler.window, { recipe: bench.recipe, view, page: { from: placeOf(1, total - size), size } })
    await pause(600)
    await quiet(server)
    yield { figure: `${name}: laid out for quick windows`, value: (performance.now() - began) / 1000, unit: 's', note: 'since the first question; windows before that come from the file' }
    const { inside, outside, spent } = await windows(bench, view, total)
    const note = `${times} windows of ${size} rows × 10 columns at the server; ${outside.toFixed(1)} ms p95 over HTTP${Number.isNaN(spent) ? '' : `; ${spent.toFixed(0)} ms of processor each`}`
    yield { figure: `${name}: window p50`, value: quantile(inside, 0.5), unit: 'ms', note }
    yield { figure: `${name}: window p95`, value: quantile(inside, 0.95), unit: 'ms', limit: 60, note }
  }
  const scattered = Array.from({ length: 25 }, (_, i) => Array.from({ length: size }, (__, n) => placeOf(i * size + n, rows)))
  const floor = await floorOf(bench, scattered)
  yield { figure: 'scattered rows p95, plain DuckDB on the same file', value: quantile(floor, 0.95), unit: 'ms', note: `p50 ${quantile(floor, 0.5).toFixed(1)} ms; ${size} rows all over the file × 10 columns, the query alone: what a sorted window costs without the copy` }
}

async function readyTotal({ server, recipe }: Bench, view: View): Promise<number> {
  for (;;) {
    const { wait, total } = await ask(server, wrangler.window, { recipe, view, page: { from: 0, size: 1 }, columns: [columns.id] })
    if (wait === null && total !== null) return total
    await pause(200)
  }
}

async function windows({ server, recipe }: Bench, view: View, total: number): Promise<{ inside: number[]; outside: number; spent: number }> {
  const [inside, outside]: [number[], number[]] = [[], []]
  let used = Number.NaN
  for (let i = -10; i < times; i++) {
    if (i === 0) used = await processorTime(server)
    const { ms, answer } = await timed(server, wrangler.window, { recipe, view, page: { from: placeOf(i, total - size), size } })
    if (answer.rows.length !== Math.min(size, total)) throw new Error(`A window holds ${answer.rows.length} rows instead of ${size}.`)
    if (!inOrder(view, answer.rows, answer.rids)) throw new Error('The rows of a window are not in the order of the view.')
    if (i < 0) continue
    inside.push(answer.ms)
    outside.push(ms)
  }
  return { inside, outside: quantile(outside, 0.95), spent: ((await processorTime(server)) - used) / times }
}

/** Filtered rows stay in the order of the data, sorted ones fall; what is missing stands last. */
function inOrder({ sort: [key] }: View, rows: readonly (readonly unknown[])[], rids: readonly number[]): boolean {
  if (!key) return rids.every((rid, i) => i === 0 || rid > (rids[i - 1] ?? rid))
  const values = rows.map((row) => row[Number(key.column.slice(1))]).filter((value) => value !== null && value !== 'NaN')
  return values.every((value, i) => i === 0 || !falls(values[i - 1], value))
}

function falls(before: unknown, after: unknown): boolean {
  return typeof before === 'number' && typeof after === 'number' ? before < after : String(before) < String(after)
}
