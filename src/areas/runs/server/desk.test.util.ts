import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { openDuck } from '#node/duckdb/duck.ts'
import { openSqlite } from '#node/sqlite.ts'
import { openEvents } from '#wire/events.ts'
import { openArtifacts } from './artifacts.ts'
import { runsRoutes } from './routes.ts'
import { openRuns } from './store.ts'

/** The store and its routes over a database in memory and a folder of artifacts. */
export function openDesk() {
  const events = openEvents()
  const sqlite = openSqlite(':memory:')
  const runs = openRuns({ sqlite, events })
  const folder = mkdtempSync(join(tmpdir(), 'atelier runs '))
  const artifacts = openArtifacts({ destination: join(folder, 'artifacts'), studio: folder })
  const duck = openDuck({ allowed: [folder], threads: 1 })
  const app = new Hono().route('/', runsRoutes({ runs, artifacts, duck, root: folder, datasets: { list: () => Promise.resolve([]), history: () => [] } }))

  /** Any shape is answered: what is expected says it. */
  async function ask(name: string, input: unknown): Promise<unknown> {
    const answer = await app.request(`/runs.${name}`, { method: 'POST', body: JSON.stringify(input) })
    return answer.json()
  }

  async function keep(run: string, path: string, content: string | Uint8Array<ArrayBuffer>): Promise<void> {
    await artifacts.put(runs.runs.info(run).artifactUri, path, { body: new Blob([content]).stream(), bytes: null })
  }
  return { sqlite, events, runs, artifacts, folder, ask, keep, close: () => { runs.close(); duck.close() } }
}
export const by = 'me'
