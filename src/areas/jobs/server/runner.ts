import type { Ending } from '../domain/outcome.ts'
import type { ProcessSpec } from '../domain/process.ts'
import type { Slots } from '../domain/slots.ts'

export interface Task {
  readonly job: string
  readonly attempt: number
  /** Where the log, the heartbeat and the exit status go. */
  readonly folder: string
  readonly spec: ProcessSpec
  /** The whole environment, hidden variables with their values. */
  readonly env: Readonly<Record<string, string>>
}

export interface Use { readonly cpuSeconds: number; readonly bytes: number; readonly processes: number }

/** An attempt that runs. */
export interface Running {
  readonly pid: number | null
  /** Seconds that it has run already, when it was found and not started. */
  readonly age: number
  readonly over: Promise<Ending>
  /** Asks it to end, and ends it after the grace. */
  readonly end: (graceSeconds: number) => void
}

/** Where commands run. This machine is the first; a cluster has the same face. */
export interface Runner {
  readonly slots: Slots
  readonly submit: (task: Task) => Promise<Running>
  /** One that an earlier studio started: running, or over with its ending; undefined where it never began. */
  readonly find: (task: Pick<Task, 'job' | 'attempt' | 'folder'>) => Promise<Running | undefined>
  readonly use: (running: readonly Running[]) => Promise<readonly (Use | undefined)[]>
  /** Makes a spare interpreter ready for a command like this, where the runner keeps such. */
  readonly warm?: (asked: { readonly argv: readonly string[]; readonly variables: Readonly<Record<string, string>> }) => void
  readonly close?: () => void
}
