import { link, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { datasets } from '#areas/datasets/contract.ts'
import { wrangler } from '#areas/wrangler/contract.ts'
import { ask, timed } from '../ask.ts'
import { startServer } from '../server.ts'
import { median } from './figure.ts'
import type { Bench, Figure } from './figure.ts'

const times = 5

/** A start on a warm build until /health answers; then the first rows of the big file, as a person who opens it meets them. */
export async function* startBench({ folder, server: { root } }: Bench): AsyncGenerator<Figure> {
  const [health, registered, rows]: [number[], number[], number[]] = [[], [], []]
  for (let i = 0; i < times; i++) {
    const own = await mkdtemp(join(folder, 'start-'))
    await link(join(root, 'big.parquet'), join(own, 'big.parquet'))
    const began = performance.now()
    const server = await startServer({ root: own })
    await fetch(`${server.url()}health`)
    health.push(performance.now() - began)
    registered.push((await timed(server, datasets.register, { path: 'big.parquet', name: 'big' })).ms)
    await server.restart()
    rows.push(await firstRows(server))
    await server.stop()
    await rm(own, { recursive: true, force: true })
  }
  yield { figure: 'start to /health, warm build', value: median(health), unit: 'ms', limit: 500, note: `median of ${times}; process start included` }
  yield { figure: 'register by reference', value: median(registered), unit: 'ms', note: `median of ${times}; schema, row count and fingerprint, the engine started by it` }
  yield { figure: 'first rows', value: median(rows), unit: 'ms', limit: 500, note: `median of ${times}; recipe and 50 rows of all columns, the first question of a fresh server` }
}

async function firstRows(server: Parameters<typeof ask>[0]): Promise<number> {
  const began = performance.now()
  const { recipe } = await ask(server, wrangler.start, { dataset: 'big' })
  await ask(server, wrangler.window, { recipe, page: { from: 0, size: 50 } })
  return performance.now() - began
}
