import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openRuns } from '#areas/runs/server/store.ts'
import type { Runs } from '#areas/runs/server/store.ts'
import { openSqlite } from '#node/sqlite.ts'
import { openEvents } from '#wire/events.ts'
import { seedMany } from './seed-many.ts'
import { seedSweep } from './seed-sweep.ts'

/** `node e2e/bench/seed-runs.ts WORKSPACE [--runs N] [--steps N] [--many N]`: a sweep to look at, or many runs to measure with. The studio must not be open there. */
if (import.meta.main) {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { runs: { type: 'string' }, steps: { type: 'string' }, many: { type: 'string' } } })
  const [workspace] = positionals
  if (workspace === undefined) throw new Error('Say which workspace: node e2e/bench/seed-runs.ts WORKSPACE [--runs 60] [--steps 1000] [--many 20000]')
  await withRuns(resolve(workspace), async (runs) => {
    if (values.many) await seedMany(runs, { runs: Number(values.many) })
    else await seedSweep(runs, { trials: Number(values.runs ?? 60), steps: Number(values.steps ?? 1000) })
  })
}

async function withRuns(root: string, work: (runs: Runs) => Promise<void>): Promise<void> {
  await mkdir(join(root, '.atelier'), { recursive: true })
  const sqlite = openSqlite(join(root, '.atelier', 'atelier.db'))
  const runs = openRuns({ sqlite, events: openEvents() })
  await work(runs)
  runs.close()
  sqlite.close()
}
