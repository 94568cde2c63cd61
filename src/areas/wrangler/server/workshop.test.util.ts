import { mkdtempSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, vi } from 'vitest'
import { openDatasets } from '#areas/datasets/server/store.ts'
import { openFiles } from '#areas/files/server/store.ts'
import { openJobs } from '#areas/jobs/server/store.ts'
import { openDuck } from '#node/duckdb/duck.ts'
import { openSqlite } from '#node/sqlite.ts'
import { openEvents } from '#wire/events.ts'
import type { Recipe } from '../domain/recipe.ts'
import { wranglerRoutes } from './routes.ts'

/** A workspace with one data set `people` made from a SELECT, and the wrangler's routes over it. */
export async function workshop(select: string) {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'atelier wrangler é ')))
  const sqlite = openSqlite(':memory:')
  const events = openEvents()
  const duck = openDuck({ allowed: [root], temporary: join(root, '.atelier', 'tmp') })
  const jobs = openJobs({ sqlite, events })
  const datasets = openDatasets({ sqlite, duck, root, jobs, events })
  const files = openFiles({ root, sqlite, events, watch: false })
  const routes = wranglerRoutes({ duck, datasets, jobs, files, events, root, folder: join(root, '.atelier', 'cache') })
  afterAll(() => { duck.close(); sqlite.close() })
  await duck.read({ text: `COPY (${select}) TO '${join(root, 'people.parquet')}'` })
  const registered = await datasets.register({ path: 'people.parquet', name: 'people', note: '', tags: [], by: 'test' })
  if (registered.job) await jobs.settled(registered.job)

  async function ask(name: string, input: unknown) {
    const response = await routes.request(`/wrangler.${name}`, { method: 'POST', body: JSON.stringify(input) })
    return { status: response.status, body: await response.json() }
  }

  /** The answer once nothing is waited for any more. */
  async function settled(name: string, input: unknown) {
    return vi.waitFor(async () => {
      const answer = await ask(name, input)
      expect(answer.body.wait).toBe(null)
      return answer
    }, { timeout: 20_000, interval: 50 })
  }

  async function job(name: string, input: unknown) {
    const { body } = await ask(name, input)
    return jobs.settled(body.job)
  }

  /** A recipe over `people` with these steps. */
  async function recipe(...steps: { op: string; params: Record<string, unknown>; enabled?: boolean }[]): Promise<Recipe> {
    const { body } = await ask('start', { dataset: 'people' })
    return { ...body.recipe, steps: steps.map((step, i) => ({ id: `s${i + 1}`, v: 1, enabled: true, ...step })) }
  }

  return { root, ask, settled, job, recipe, datasets, jobs, files, duck }
}

export const firstRows = { from: 0, size: 100 }
