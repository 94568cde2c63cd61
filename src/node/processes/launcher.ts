import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Asked, Told } from './launch.ts'

/** A small process that starts others: forking takes as long as the memory of who forks is large, and the studio would stand still meanwhile. It ends with the studio. */
const wrapper = join(import.meta.dirname, 'wrapper.sh')
const studio = process.ppid

function tell(told: Told): void {
  if (process.connected) process.send?.(told)
}

function start({ id, folder, argv, cwd, env }: Asked): void {
  // What a dead studio asked for is the next one's to decide.
  if (process.ppid !== studio) process.exit()
  const child = spawn('/bin/sh', [wrapper, folder, memoryKills(), ...argv], { cwd, env, detached: true, stdio: 'ignore' })
  child.once('spawn', () => tell({ id, kind: 'started', pid: child.pid ?? 0 }))
  child.once('error', (error: NodeJS.ErrnoException) => tell({ id, kind: 'refused', code: error.code ?? '', message: error.message }))
  child.once('exit', () => tell({ id, kind: 'gone' }))
}

function memoryKills(): string {
  try {
    return /^oom_kill (\d+)$/m.exec(readFileSync('/proc/vmstat', 'utf8'))?.[1] ?? '0'
  } catch {
    return '0'
  }
}

process.on('message', (asked: Asked) => start(asked))
process.on('disconnect', () => process.exit())
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
