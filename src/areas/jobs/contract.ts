import { z } from 'zod'
import { contract } from '#wire/contract.ts'
import type { Ask } from '#wire/contract.ts'
import { Job } from './domain/job.ts'
import { Attempt, ProcessSpec, Usage } from './domain/process.ts'

const Id = z.object({ id: z.string() })

export const jobs = contract('jobs', {
  list: { input: z.object({ running: z.boolean().default(false), limit: z.int().min(1).max(1000).default(100) }), output: z.array(Job), about: 'Jobs, the newest first.' },
  get: { input: Id, output: Job, about: 'One job with its progress, reason and result.' },
  cancel: { input: Id, output: Job, changes: ['jobs'], about: 'Stops a job that waits or runs.' },
  clear: { input: z.object({}), output: z.object({ cleared: z.int() }), changes: ['jobs'], about: 'Takes the jobs that are over off the list.' },
  process: { input: Id, output: z.object({ spec: ProcessSpec, command: z.string(), attempts: z.array(Attempt) }), about: 'The command of a job that runs one, and its attempts; hidden variables have no values.' },
  log: { input: Id.extend({ attempt: z.int().optional(), from: z.int().default(-1), lines: z.int().min(1).max(5000).default(500) }), output: z.object({ lines: z.array(z.string()), first: z.int(), total: z.int(), bytes: z.int(), read: z.int(), over: z.boolean() }), about: 'Lines of a log from line `from`, counted from 0; negative counts from the end. Lines past 16 kB come in pieces; `read` of `bytes` are counted so far. After each reading the event stream tells once of `jobLogs` when the log has grown past it or has ended.' },
  logFind: { input: Id.extend({ attempt: z.int().optional(), text: z.string().min(1), from: z.int().min(0).default(0), limit: z.int().min(0).max(1000).default(200) }), output: z.object({ found: z.array(z.object({ line: z.int(), text: z.string() })), count: z.int(), searchedTo: z.int(), whole: z.boolean() }), about: 'Lines that hold a text, in a bounded time; `searchedTo` is where to go on. It stops at `limit` lines, or counts only where that is 0. While more may be written, the last line is searched once it is ended.' },
  usage: { input: Id.extend({ attempt: z.int().optional() }), output: z.array(Usage), about: 'Cores and bytes that it used over time.' },
  machine: { input: z.object({}), output: z.object({ slots: z.object({ cpu: z.number(), memory: z.int(), gpu: z.int() }), used: z.object({ cpu: z.number(), memory: z.int(), gpu: z.int() }), policy: z.string() }), about: 'What the machine has to give, what is taken, and how long finished jobs are kept.' },
})

/** The log of a try of a job, of the last where none is named, as a view of logs reads it. */
export function logFeed(ask: Ask, of: { readonly id: string; readonly attempt?: number }) {
  return {
    read: (asked: { readonly from: number; readonly lines: number }, signal: AbortSignal) => ask(jobs.log, { ...of, ...asked }, signal),
    find: (asked: { readonly text: string; readonly from: number; readonly limit: number }, signal: AbortSignal) => ask(jobs.logFind, { ...of, ...asked }, signal),
    news: { area: 'jobLogs', id: of.id },
    download: `/api/jobs/log?id=${encodeURIComponent(of.id)}${of.attempt === undefined ? '' : `&attempt=${of.attempt}`}`,
  }
}
