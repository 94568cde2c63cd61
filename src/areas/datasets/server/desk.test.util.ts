import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openJobs } from '#areas/jobs/server/store.ts'
import { openDuck } from '#node/duckdb/duck.ts'
import { openSqlite } from '#node/sqlite.ts'
import { openEvents } from '#wire/events.ts'
import { Problem } from '#wire/problem.ts'
import { openDatasets } from './store.ts'

/** A workspace of its own with the real stores and engine, locked to it as in the studio. */
export function openDesk(files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const root = mkdtempSync(join(tmpdir(), 'atelier-datasets-'))
  const put = (name: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), content)
  }
  for (const [name, content] of Object.entries(files)) put(name, content)
  mkdirSync(join(root, '.atelier'), { recursive: true })
  const sqlite = openSqlite(join(root, '.atelier', 'atelier.db'))
  const events = openEvents()
  const jobs = openJobs({ sqlite, events })
  const duck = openDuck({ allowed: [root], temporary: join(root, '.atelier', 'tmp'), threads: 2 })
  onTestFinished(() => { duck.close(); sqlite.close() })
  const datasets = openDatasets({ sqlite, duck, root, jobs, events })
  const signal = new AbortController().signal

  /** Registers and waits; the sentence when it was refused. */
  async function take(path: string, more: Partial<Parameters<typeof datasets.register>[0]> = {}) {
    const registered = await datasets.register({ path, by: 'me', ...more })
    if (registered.job === null) return { dataset: registered.dataset, version: registered.version ?? 0 }
    const job = await jobs.settled(registered.job)
    if (job.state !== 'done') throw new Problem('invalid', job.error ?? job.state)
    return { dataset: registered.dataset, version: datasets.history(registered.dataset)[0]?.version ?? 0 }
  }

  const rowsOf = async (dataset: string, version?: number) => (await datasets.preview({ dataset, version, from: 0, size: 100 }, signal)).rows
  const rejectsOf = async (dataset: string) => (await datasets.rejects({ dataset, limit: 100 }, signal))
  const sniffed = (path: string, dialect = {}) => datasets.sniff({ path, dialect }, signal)
  return { root, put, sqlite, events, jobs, duck, datasets, take, rowsOf, rejectsOf, sniffed, reopen: () => openDatasets({ sqlite, duck, root, jobs, events }) }
}

export async function sentenceOf(work: Promise<unknown>): Promise<string> {
  return work.then(() => 'no refusal', (error: unknown) => (error instanceof Problem ? `${error.code}: ${error.message}` : `FAULT ${String(error)}`))
}
