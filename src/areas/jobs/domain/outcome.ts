import { never } from '#lib/never.ts'
import type { Attempt } from './process.ts'

/** Why the studio itself ended an attempt; undefined where it did not. */
export type Asked = 'cancel' | 'timeout' | 'memory' | undefined

export interface Ending {
  /** As the shell tells it: 128 + n for signal n; null where the wrapper could not tell. */
  readonly code: number | null
  /** Processes that the system ended for want of memory meanwhile. */
  readonly memoryKills: number
}

export type Outcome = Pick<Attempt, 'state' | 'exitCode' | 'signal' | 'said'>

/** How an attempt is told. */
export function outcomeOf({ code, memoryKills }: Ending, asked: Asked, limits: { readonly seconds: number | null; readonly bytes: number | null }): Outcome {
  const signal = code !== null && code > 128 && code <= 128 + 64 ? signalName(code - 128) : null
  const exit = { exitCode: signal ? null : code, signal }
  switch (asked) {
    case 'cancel': return { ...exit, state: 'cancelled', said: 'Stopped by the user.' }
    case 'timeout': return { ...exit, state: 'timedOut', said: `It ran longer than the ${limits.seconds} seconds that it was given and was ended.` }
    case 'memory': return { ...exit, state: 'outOfMemory', said: `It used more than the ${gigabytes(limits.bytes ?? 0)} of memory that it was given and was ended. Give it more, or let it hold less at once.` }
    case undefined: return byItself(exit, { code, memoryKills })
    default: return never(asked)
  }
}

function byItself(exit: Pick<Outcome, 'exitCode' | 'signal'>, { code, memoryKills }: Ending): Outcome {
  if (code === 0) return { ...exit, state: 'succeeded', said: '' }
  if (code === null) return { ...exit, state: 'lost', said: 'It is gone and left no word of how it ended: it was ended from outside together with its keeper, or its folder was deleted.' }
  if (exit.signal === 'SIGKILL' && memoryKills > 0) return { ...exit, state: 'outOfMemory', said: 'The system ended it because the machine ran out of memory. Give it less data at once, or let fewer jobs run beside it.' }
  if (exit.signal) return { ...exit, state: 'failed', said: `It was ended by ${exit.signal}.` }
  if (code === 127) return { ...exit, state: 'failed', said: 'The command was not found.' }
  if (code === 126) return { ...exit, state: 'failed', said: 'The command cannot be run: it is not a program.' }
  return { ...exit, state: 'failed', said: `It ended with exit code ${code}.` }
}

const names: Readonly<Record<number, string>> = { 1: 'SIGHUP', 2: 'SIGINT', 3: 'SIGQUIT', 4: 'SIGILL', 6: 'SIGABRT', 7: 'SIGBUS', 8: 'SIGFPE', 9: 'SIGKILL', 11: 'SIGSEGV', 13: 'SIGPIPE', 14: 'SIGALRM', 15: 'SIGTERM', 24: 'SIGXCPU', 25: 'SIGXFSZ' }

function signalName(number: number): string {
  return names[number] ?? `signal ${number}`
}

function gigabytes(bytes: number): string {
  return bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${Math.round(bytes / 1e6)} MB`
}

/** Seconds until the next try: the wait, growing by its factor; an hour at most. */
export function waitBefore(attempt: number, { waitSeconds, factor }: { readonly waitSeconds: number; readonly factor: number }): number {
  return Math.min(3600, waitSeconds * factor ** Math.max(0, attempt - 1))
}
