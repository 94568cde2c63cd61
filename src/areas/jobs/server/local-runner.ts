import { readFile } from 'node:fs/promises'
import { availableParallelism, totalmem } from 'node:os'
import { join } from 'node:path'
import { carrying, signalGroup, useOfGroups } from '#node/processes/group.ts'
import { exitIn, goneBy, startedIn, stillLives } from '#node/processes/identity.ts'
import type { Identity } from '#node/processes/identity.ts'
import { launch } from '#node/processes/launch.ts'
import { exists } from '#node/files.ts'
import type { Ending } from '../domain/outcome.ts'
import { inherited } from './inherited.ts'
import { openSpares, spareMark, spareOf, takenName } from './spares.ts'
import type { Runner, Running, Task } from './runner.ts'

/** Commands of this machine, each behind a wrapper that outlives the studio. */
export function localRunner({ gpus = 0, warm }: { readonly gpus?: number; /** Where spare interpreters wait; none are kept where it is not named. */ readonly warm?: string | undefined } = {}): Runner {
  const spares = warm === undefined ? undefined : openSpares(warm)
  return {
    slots: { cpu: availableParallelism(), memory: totalmem(), gpu: gpus },
    submit: async (task) => {
      const env = { ...task.env, ATELIER_JOB: task.job, ATELIER_ATTEMPT: markOf(task), ATELIER_PROGRESS: join(task.folder, 'progress') }
      const spare = task.spec.warm ? await spares?.take({ ...task, env }) : undefined
      if (task.spec.warm) spares?.want({ argv: task.spec.argv, env })
      if (spare) return running({ task, pid: spare.pid, age: 0, gone: spare.gone, spare: spare.id })
      const { pid, gone } = await launch({ folder: task.folder, argv: task.spec.argv, cwd: task.spec.cwd, env })
      return running({ task, pid, age: 0, gone })
    },
    find: async (task) => {
      const spare = await spareOf(task.folder)
      const identity = await begun(task)
      if (!identity || (spare !== undefined && !(await hasTaken(task.folder, identity)))) return undefined
      return running({ task, pid: identity.pid, age: await ageOf(identity), gone: goneBy(identity), spare })
    },
    use: async (all) => {
      const groups = await useOfGroups(new Set(all.flatMap(({ pid }) => pid ?? [])))
      return all.map(({ pid }) => {
        const use = groups.get(pid ?? -1)
        return use && { cpuSeconds: use.cpuSeconds, bytes: use.bytes, processes: use.pids.length }
      })
    },
    warm: ({ argv, variables }) => spares?.want({ argv, env: { ...inherited(), ...variables } }),
    close: () => spares?.close(),
  }
}

/** A spare that had not begun when the studio died never will, so that the job is not run twice. */
async function hasTaken(folder: string, identity: Identity): Promise<boolean> {
  const taken = () => exists(join(folder, takenName))
  if (await taken()) return true
  if (await stillLives(identity)) signalGroup(identity.pid, 'SIGKILL')
  await goneBy(identity)
  return taken()
}

type Named = Pick<Task, 'job' | 'attempt' | 'folder'>

function markOf({ job, attempt }: Pick<Named, 'job' | 'attempt'>): string {
  return `${job}/${attempt}`
}

function running({ task, pid, age, gone, spare }: { readonly task: Named; readonly pid: number; readonly age: number; readonly gone: Promise<void>; readonly spare?: string | undefined }): Running {
  let ended = false
  const over = gone.then(async (): Promise<Ending> => {
    ended = true
    signalGroup(pid, 'SIGKILL')
    await endStrays([`ATELIER_ATTEMPT=${markOf(task)}`, ...(spare === undefined ? [] : [`${spareMark}=${spare}`])])
    return (await exitIn(task.folder)) ?? { code: null, memoryKills: 0 }
  })
  const end = (graceSeconds: number) => {
    if (ended) return
    signalGroup(pid, 'SIGTERM')
    setTimeout(() => { if (!ended) signalGroup(pid, 'SIGKILL') }, graceSeconds * 1000).unref()
  }
  return { pid, age, over, end }
}

/** What left the group, as daemons do, carries the mark still. */
async function endStrays(marks: readonly string[]): Promise<void> {
  for (const pid of await carrying(marks)) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch { /* gone meanwhile */ }
  }
}

/** A wrapper that was started in the moment in which the studio died may still be about to say so. */
async function begun(task: Named): Promise<Identity | undefined> {
  for (let round = 0; round < 20; round++) {
    const identity = await startedIn(task.folder)
    if (identity) return identity
    if (round > 4 && (await carrying([`ATELIER_ATTEMPT=${markOf(task)}`])).length === 0) return undefined
    await new Promise((resolve) => { setTimeout(resolve, 50) })
  }
  return undefined
}

/** By the system's own count since boot, so that a clock that jumps changes nothing. */
async function ageOf({ start }: Identity): Promise<number> {
  const uptime = Number((await readFile('/proc/uptime', 'utf8').catch(() => '0')).split(' ')[0])
  return start === '' ? 0 : Math.max(0, uptime - Number(start) / 100)
}
