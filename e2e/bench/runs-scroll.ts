import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { openRuns } from '#areas/runs/server/store.ts'
import { buildIfStale } from '#node/build.ts'
import { openSqlite } from '#node/sqlite.ts'
import { openEvents } from '#wire/events.ts'
import { pause } from '../ask.ts'
import { findChromium, launchArgs } from '../browser.ts'
import { Studio } from '../pages/studio.ts'
import { startServer } from '../server.ts'
import { quantile } from './figure.ts'
import type { Figure } from './figure.ts'
import { framesOver, turn } from './scroll.ts'
import { seedWide, wideColumns } from './seed-wide.ts'

const many = 10_000

/** Frames while a person turns the wheel over the table of runs, its cards beside it. */
export async function* runsScrollBench({ folder }: { readonly folder: string }): AsyncGenerator<Figure> {
  await buildIfStale((line) => console.error(line))
  const root = await mkdtemp(join(folder, 'runs-scroll-'))
  const experiment = await seeded(root)
  const server = await startServer({ root })
  const browser = await chromium.launch({ executablePath: findChromium((line) => console.error(line)), args: launchArgs() })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, extraHTTPHeaders: { authorization: `Bearer ${server.token}` } })
    const studio = new Studio(page, server)
    for (const [name, split] of [['table alone', 1], ['beside its cards', 0.5]] as const) {
      const began = performance.now()
      await studio.go('runsView', { experiments: experiment, state: JSON.stringify({ columns: wideColumns, split }) })
      await studio.runs.ready()
      yield { figure: `address to first rows of the runs table, ${name}`, value: performance.now() - began, unit: 'ms' }
      await pause(4000)
      const still = await framesOver(page, () => pause(2000))
      const box = await studio.runs.table.boundingBox()
      await page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 300)
      const frames = await framesOver(page, () => turn(page, 120))
      const note = `${many.toLocaleString('en')} runs × ${wideColumns.length} columns, ${frames.length} frames, median ${quantile(frames, 0.5).toFixed(1)} ms; at rest p95 is ${quantile(still, 0.95).toFixed(1)} ms`
      yield { figure: `frame p95, wheel over the runs table, ${name}`, value: quantile(frames, 0.95), unit: 'ms', limit: 17, note }
    }
  } finally {
    await browser.close()
    await server.stop()
    await rm(root, { recursive: true, force: true })
  }
}

async function seeded(root: string): Promise<string> {
  await mkdir(join(root, '.atelier'), { recursive: true })
  const sqlite = openSqlite(join(root, '.atelier', 'atelier.db'))
  const store = openRuns({ sqlite, events: openEvents() })
  const experiment = await seedWide(store, many)
  store.close()
  sqlite.close()
  return experiment
}
