import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { z } from 'zod'
import { environments } from '#areas/environments/contract.ts'
import { jobs } from '#areas/jobs/contract.ts'
import type { Job } from '#areas/jobs/domain/job.ts'
import { runs } from '#areas/runs/contract.ts'
import type { RunDetail } from '#areas/runs/domain/run.ts'
import { ask, jobOver, pause } from '../../../../e2e/ask.ts'
import { freshWorkspace, startServer } from '../../../../e2e/server.ts'
import { training } from '../contract.ts'
import type { JobFile, TrainingRun } from '../domain/job-file.ts'

export { ask, jobOver, pause } from '../../../../e2e/ask.ts'
export type TestStudio = Awaited<ReturnType<typeof openStudio>>

/** A studio of its own in a process of its own, on a workspace whose path has spaces and letters beyond ASCII, with that Python adopted as `test`. */
export async function openStudio(python: string) {
  const workspace = await freshWorkspace()
  const { root } = workspace
  await put('notes.md', '# mine\n')
  const server = await startServer({ root })
  await ask(server, environments.adopt, { name: 'test', path: python })

  async function put(path: string, text: string): Promise<void> {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }

  async function start(spec: Partial<z.input<typeof JobFile>>): Promise<TrainingRun[]> {
    return (await ask(server, training.start, { spec: { title: 'test', environment: 'test', resources: { cpu: 0.5 }, ...spec } })).started
  }

  /** Starts one and waits for its end. */
  async function whole(spec: Partial<z.input<typeof JobFile>>): Promise<Ended> {
    const [one] = await start(spec)
    if (!one) throw new Error('Nothing was started.')
    return ended(one)
  }

  async function ended(one: TrainingRun): Promise<Ended> {
    const job = await jobOver(server, one.job)
    // A script may have ended its run well before its job failed; the studio corrects that once the job is over.
    const open = job.state === 'done' ? ['RUNNING', 'SCHEDULED'] : ['RUNNING', 'SCHEDULED', 'FINISHED']
    for (;;) {
      const run = await ask(server, runs.run, { id: one.run ?? '' })
      if (!open.includes(run.status)) return { job, run, one, log: await logOf(one.job) }
      await pause(50)
    }
  }

  async function logOf(job: string): Promise<string> {
    return (await ask(server, jobs.log, { id: job, from: 0, lines: 5000 })).lines.join('\n')
  }

  return { root, server, put, start, whole, ended, logOf, close: async () => { await server.stop(); await workspace.remove() } }
}

interface Ended { readonly job: Job; readonly run: RunDetail; readonly one: TrainingRun; readonly log: string }

/** The refusal's sentence. */
export async function refusal(work: Promise<unknown>): Promise<string> {
  return work.then(() => 'not refused', (error: unknown) => (error instanceof Error ? (/"message":"((?:[^"\\]|\\.)*)"/.exec(error.message)?.[1] ?? error.message) : ''))
}
