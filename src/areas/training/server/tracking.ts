import { copyFile, cp, readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Artifacts } from '#areas/runs/server/artifacts.ts'
import type { Runs } from '#areas/runs/server/store.ts'
import { exists, makeFolder, writeAtomic } from '#node/files.ts'
import { Problem } from '#wire/problem.ts'
import type { RunStatus } from '#areas/runs/domain/run.ts'

interface Needs { readonly runs: Runs; readonly artifacts: Artifacts }

/** What the studio itself records of a run: files beside its artifacts, and its end. Where artifacts are kept elsewhere, only rows are. */
export function openTracking({ runs, artifacts }: Needs) {
  async function place(run: string, path: string): Promise<string | undefined> {
    return artifacts.placeOf(runs.runs.info(run).artifactUri, path).catch((error: unknown) => { if (error instanceof Problem) return undefined; throw error })
  }

  async function text(run: string, path: string, content: string): Promise<void> {
    const to = await place(run, path)
    if (to !== undefined) await writeAtomic(to, content)
  }

  /** What was kept as text; empty where it is not there. */
  async function read(run: string, path: string): Promise<string> {
    const from = await place(run, path)
    return from === undefined ? '' : readFile(from, 'utf8').catch(() => '')
  }

  async function file(run: string, path: string, from: string): Promise<void> {
    const to = await place(run, path)
    if (to === undefined) return
    await makeFolder(dirname(to))
    await copyFile(from, to)
  }

  /** Files and folders that the work made, as artifacts under `outputs/`; what is not there is passed over. */
  async function outputs(run: string, folder: string, named: readonly { readonly path: string; readonly place: string }[]): Promise<void> {
    const own = (await readdir(folder).catch(() => [])).map((path) => ({ path, place: join(folder, path) }))
    for (const one of [...own, ...named]) {
      const to = await place(run, `outputs/${one.path}`)
      if (to === undefined || !(await exists(one.place))) continue
      await makeFolder(dirname(to))
      await cp(one.place, to, { recursive: true })
    }
  }

  /** Closes a run whose job is over, and the children that it left open. What the script itself said of its end stays where the job does not contradict it. */
  async function end(run: string, status: Extract<RunStatus, 'FINISHED' | 'FAILED' | 'KILLED'>): Promise<void> {
    const { info } = runs.runs.get(run)
    if (info.stage === 'deleted') return
    const at = info.end ?? Date.now()
    const kept = status === 'FINISHED' && info.status === 'FAILED'
    if (!kept && (info.status !== status || info.end === null)) await runs.runs.update(run, { status, end: at, ...(info.status === 'SCHEDULED' ? { start: at } : {}) }, 'studio')
    const left = runs.runs.of(info.experiment).filter((child) => child.parent === run && child.stage === 'active' && ['RUNNING', 'SCHEDULED'].includes(child.status))
    for (const { id } of left) await end(id, status === 'FINISHED' ? 'KILLED' : status)
  }

  /** A run begins when its job does: waiting, and building what it runs in, is no part of it. */
  async function begin(run: string, start: number): Promise<void> {
    if (runs.runs.info(run).status === 'SCHEDULED') await runs.runs.update(run, { status: 'RUNNING', start }, 'studio')
  }

  return { text, read, file, outputs, end, begin }
}
