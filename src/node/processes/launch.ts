import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { makeFolder } from '../files.ts'
import { goneBy } from './identity.ts'

export interface Launch {
  /** Where `started`, `log`, `heartbeat` and `exit` are written. */
  readonly folder: string
  readonly argv: readonly string[]
  readonly cwd: string
  /** The whole environment of the command. */
  readonly env: Readonly<Record<string, string>>
}
/** What the launcher is asked, and what it tells. */
export type Asked = Launch & { readonly id: number }
export type Told = { readonly id: number } & ({ readonly kind: 'started'; readonly pid: number } | { readonly kind: 'refused'; readonly code: string; readonly message: string } | { readonly kind: 'gone' })

interface Waiting { readonly started: (pid: number) => void; readonly refused: (error: Error) => void; readonly gone: () => void; pid: number }

const waiting = new Map<number, Waiting>()
let launcher: ChildProcess | undefined
let asked = 0

/** Starts a command behind its wrapper, in a process group and session of its own: it outlives this process. `gone` resolves when the wrapper is gone. */
export async function launch(wanted: Launch): Promise<{ readonly pid: number; readonly gone: Promise<void> }> {
  await makeFolder(wanted.folder)
  const id = ++asked
  const [begun, over] = [Promise.withResolvers<number>(), Promise.withResolvers<void>()]
  waiting.set(id, { started: begun.resolve, refused: begun.reject, gone: over.resolve, pid: 0 })
  launcher ??= begin()
  launcher.send({ id, ...wanted } satisfies Asked)
  return { pid: await begun.promise, gone: over.promise }
}

function begin(): ChildProcess {
  const child = fork(join(import.meta.dirname, 'launcher.ts'), { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  child.unref()
  child.channel?.unref()
  child.on('message', (told: Told) => hear(told))
  child.once('exit', lost)
  return child
}

function hear(told: Told): void {
  const one = waiting.get(told.id)
  if (!one) return
  if (told.kind === 'started') {
    one.pid = told.pid
    return one.started(told.pid)
  }
  waiting.delete(told.id)
  if (told.kind === 'gone') one.gone()
  else one.refused(Object.assign(new Error(told.message), { code: told.code }))
}

/** The launcher was ended from outside: what it started runs on and is watched from here, the next launch makes another. */
function lost(): void {
  launcher = undefined
  for (const [id, { pid, gone, refused }] of waiting) {
    waiting.delete(id)
    if (pid === 0) refused(new Error('The process that starts commands was ended from outside. Start it again.'))
    else void goneBy({ pid, boot: '', start: '' }).then(gone)
  }
}
