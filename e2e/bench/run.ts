import { link, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { datasets } from '#areas/datasets/contract.ts'
import { wrangler } from '#areas/wrangler/contract.ts'
import { buildIfStale } from '#node/build.ts'
import { ask } from '../ask.ts'
import { findChromium } from '../browser.ts'
import { startServer } from '../server.ts'
import { lineOf } from './figure.ts'
import type { Bench, Figure } from './figure.ts'
import { interruptBench } from './interrupt.ts'
import { jobsBench } from './jobs.ts'
import { freeBytes, makeParquet } from './make-parquet.ts'
import { watchMemory } from './memory.ts'
import { pageBench } from './page.ts'
import { peersBench } from './peers.ts'
import { profileBench } from './profile.ts'
import { runsBench } from './runs.ts'
import { runsScrollBench } from './runs-scroll.ts'
import { scrollBench } from './scroll.ts'
import { sortedBench } from './sorted.ts'
import { startBench } from './start.ts'
import { windowBench } from './window.ts'

/** In this order, so that what leaves work behind comes late. */
const benches = { start: startBench, window: windowBench, profile: profileBench, interrupt: interruptBench, page: pageBench, scroll: scrollBench, sorted: sortedBench, peers: peersBench } as const satisfies Record<string, (bench: Bench) => AsyncGenerator<Figure>>
/** These bring what they work on. */
const alone = { runs: runsBench, runsScroll: runsScrollBench, jobs: jobsBench } as const satisfies Record<string, (bench: { readonly folder: string }) => AsyncGenerator<Figure>>
const names = [...Object.keys(benches), ...Object.keys(alone)]
const roomFor100M = 30e9

const { values } = parseArgs({ options: { rows: { type: 'string' }, 'peer-rows': { type: 'string' }, data: { type: 'string' }, only: { type: 'string', multiple: true }, help: { type: 'boolean' } } })

if (values.help) console.log(`npm run bench -- [--rows N] [--peer-rows N] [--data FOLDER] [--only ${names.join('|')}]…`)
else await main()

async function main(): Promise<void> {
  const folder = resolve(values.data ?? join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'atelier-bench'))
  await mkdir(folder, { recursive: true })
  const rows = values.rows ? Number(values.rows) : (await freeBytes(folder)) >= roomFor100M ? 100_000_000 : 20_000_000
  const only = values.only ?? names
  const unknown = only.find((name) => !names.includes(name))
  if (unknown !== undefined) throw new Error(`There is no bench “${unknown}”. There are ${names.join(', ')}.`)
  if (Object.keys(benches).some((name) => only.includes(name))) await overBigFile({ folder, rows, only })
  for (const [name, run] of Object.entries(alone)) {
    if (only.includes(name)) for await (const figure of run({ folder })) console.log(lineOf(name, figure))
  }
}

async function overBigFile({ folder, rows, only }: { readonly folder: string; readonly rows: number; readonly only: readonly string[] }): Promise<void> {
  const path = await makeParquet({ rows, folder, say })
  await buildIfStale(say)
  const root = await mkdtemp(join(folder, 'workspace-'))
  await hardLink(path, join(root, 'big.parquet'))
  const server = await startServer({ root })
  const memory = watchMemory(server)
  try {
    await ask(server, datasets.register, { path: 'big.parquet', name: 'big' })
    const { recipe } = await ask(server, wrangler.start, { dataset: 'big' })
    const bench: Bench = { server, dataset: 'big', rows, recipe, folder, peerRows: Number(values['peer-rows'] ?? Math.min(rows, 20_000_000)), chromium: () => findChromium(say) }
    for (const [name, run] of Object.entries(benches)) {
      if (only.includes(name)) for await (const figure of run(bench)) console.log(lineOf(name, figure))
    }
    for (const figure of memory.figures()) console.log(lineOf('memory', figure))
  } finally {
    memory.stop()
    await server.stop()
    await rm(root, { recursive: true, force: true })
  }
}

/** The same bytes under a second name; a link by name where the disk does not do that. */
async function hardLink(from: string, to: string): Promise<void> {
  await link(from, to).catch(() => symlink(from, to))
}

function say(line: string): void {
  console.error(line)
}
