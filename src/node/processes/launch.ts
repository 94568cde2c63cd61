import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { makeFolder } from '../files.ts'

const wrapper = join(import.meta.dirname, 'wrapper.sh')

export interface Launch {
  /** Where `started`, `log`, `heartbeat` and `exit` are written. */
  readonly folder: string
  readonly argv: readonly string[]
  readonly cwd: string
  /** The whole environment of the command. */
  readonly env: Readonly<Record<string, string>>
}

/** Starts a command behind its wrapper, in a process group and session of its own: it outlives this process. `gone` resolves when the wrapper is gone. */
export async function launch({ folder, argv, cwd, env }: Launch): Promise<{ readonly pid: number; readonly gone: Promise<void> }> {
  await makeFolder(folder)
  const child = spawn('/bin/sh', [wrapper, folder, ...argv], { cwd, env, detached: true, stdio: 'ignore' })
  const gone = new Promise<void>((resolve) => { child.once('exit', () => resolve()) })
  const pid = await new Promise<number>((resolve, reject) => {
    child.once('spawn', () => resolve(child.pid ?? 0))
    child.once('error', reject)
  })
  child.unref()
  return { pid, gone }
}
