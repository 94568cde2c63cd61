import { constants } from 'node:fs'
import { open, readdir, readlink, realpath, rm, symlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { newId } from '#lib/ids.ts'
import { exists, makeFolder } from '#node/files.ts'
import { signalGroup } from '#node/processes/group.ts'
import { launch } from '#node/processes/launch.ts'
import { inherited } from './inherited.ts'
import type { Task } from './runner.ts'

const worker = join(import.meta.dirname, '..', '..', '..', 'python', 'atelier_worker', 'warm.py')
/** Imported before the job is known, where they are installed. */
const usual = ['numpy', 'pandas', 'sklearn', 'lightgbm', 'mlflow']
/** Spares at once, each for another interpreter or other variables that count from the start. */
const most = 2
const idleSeconds = 600
const startsAfterMs = 300

/** Carried by a spare and by what it forks. */
export const spareMark = 'ATELIER_WARM'
/** Written by a spare when it has its job. */
export const takenName = 'taken'

interface Spare { readonly id: string; readonly kind: string; readonly folder: string; readonly pid: number; readonly gone: Promise<void> }
interface Wanted { readonly argv: readonly string[]; readonly env: Readonly<Record<string, string>> }

/** Interpreters that have imported the usual packages and wait for one job each. They end by themselves when nobody wants them or the studio is gone. */
export function openSpares(home: string) {
  const idle: Spare[] = []
  const coming = new Set<string>()
  const timers = new Set<NodeJS.Timeout>()
  void sweep(home)

  /** One for this task, which has then become it; undefined where none is ready. */
  async function take(task: Task): Promise<Spare | undefined> {
    const kind = kindOf(task.spec.argv, task.env)
    const spare = idle.find((one) => one.kind === kind)
    if (!spare || !(await exists(join(spare.folder, 'task')))) return undefined
    drop(spare)
    const [, ...argv] = task.spec.argv
    try {
      await makeFolder(dirname(task.folder))
      await symlink(spare.folder, task.folder)
      await handOver(join(spare.folder, 'task'), JSON.stringify({ argv, cwd: task.spec.cwd, env: task.env }))
      await hasBegun(spare)
      return spare
    } catch {
      signalGroup(spare.pid, 'SIGKILL')
      await rm(task.folder, { force: true })
      return undefined
    }
  }

  /** Makes one for the next task of this kind, soon. */
  function want(wanted: Wanted): void {
    const kind = kindOf(wanted.argv, wanted.env)
    if (coming.has(kind) || idle.some((one) => one.kind === kind)) return
    coming.add(kind)
    const timer = setTimeout(() => { timers.delete(timer); void make(kind, wanted) }, startsAfterMs)
    timer.unref()
    timers.add(timer)
  }

  async function make(kind: string, { argv: [python = ''], env }: Wanted): Promise<void> {
    const id = newId('warm')
    const folder = join(home, id)
    const variables = { ...inherited(), ...early(env), PYTHONUNBUFFERED: '1', [spareMark]: id }
    const started = await launch({ folder, argv: [python, worker, folder, String(process.pid), String(idleSeconds), usual.join(',')], cwd: home, env: variables }).catch(() => undefined)
    coming.delete(kind)
    if (!started) return
    const spare = { id, kind, folder, ...started }
    idle.push(spare)
    void spare.gone.then(() => { if (drop(spare)) void rm(folder, { recursive: true, force: true }) })
    while (idle.length > most) end(idle[0])
  }

  function drop(spare: Spare): boolean {
    const at = idle.indexOf(spare)
    if (at >= 0) idle.splice(at, 1)
    return at >= 0
  }

  function end(spare: Spare | undefined): void {
    if (!spare || !drop(spare)) return
    signalGroup(spare.pid, 'SIGKILL')
    void spare.gone.then(() => rm(spare.folder, { recursive: true, force: true }))
  }

  function close(): void {
    for (const timer of timers) clearTimeout(timer)
    while (idle.length > 0) end(idle[0])
  }

  return { take, want, close }
}

/** Variables that count when an interpreter or a library starts; a spare must have been started with the same. */
function early(env: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter(([key]) => /^(PYTHON(?!UNBUFFERED)|LD_|DYLD_|OMP_|OPENBLAS_|MKL_|NUMEXPR_|BLIS_|VECLIB_|GOTO_|KMP_|MALLOC_|LC_|LANG$|TZ$|CUDA_|JAX_|XLA_|POLARS_|ARROW_|MLFLOW_DISABLE_|DO_NOT_TRACK$)/.test(key)))
}

function kindOf([python = '']: readonly string[], env: Readonly<Record<string, string>>): string {
  return JSON.stringify([python, Object.entries(early(env)).sort(([a], [b]) => (a < b ? -1 : 1))])
}

/** Refused by the system where nobody reads at the other end. */
async function handOver(pipe: string, text: string): Promise<void> {
  const file = await open(pipe, constants.O_WRONLY | constants.O_NONBLOCK)
  try {
    const bytes = Buffer.from(text)
    for (let at = 0; at < bytes.length;) {
      const { bytesWritten } = await file.write(bytes, at).catch(async (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EAGAIN') throw error
        await new Promise((resolve) => { setTimeout(resolve, 5) })
        return { bytesWritten: 0 }
      })
      at += bytesWritten
    }
  } finally {
    await file.close()
  }
}

/** Refuses where it ended in the moment in which it was asked. */
async function hasBegun({ folder, gone }: Spare): Promise<void> {
  let over = false
  void gone.then(() => { over = true })
  while (!(await exists(join(folder, takenName)))) {
    if (over) throw new Error('The spare interpreter ended.')
    await new Promise((resolve) => { setTimeout(resolve, 3) })
  }
}

/** The spare that an attempt's folder stands for. */
export async function spareOf(folder: string): Promise<string | undefined> {
  return readlink(folder).then((target) => basename(target), () => undefined)
}

/** A job's folder with the spares' folders that its attempts stand for. */
export async function dropFolder(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    if (entry.isSymbolicLink()) await rm(await realpath(join(folder, entry.name)).catch(() => join(folder, entry.name)), { recursive: true, force: true })
  }
  await rm(folder, { recursive: true, force: true })
}

/** What spares of an earlier studio left that never had a job. */
async function sweep(home: string): Promise<void> {
  await new Promise((resolve) => { setTimeout(resolve, 5000).unref() })
  for (const id of await readdir(home).catch(() => [])) {
    const folder = join(home, id)
    if ((await exists(join(folder, 'exit'))) && !(await exists(join(folder, takenName)))) await rm(folder, { recursive: true, force: true })
  }
}
