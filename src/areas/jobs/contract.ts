import { z } from 'zod'
import { contract } from '#wire/contract.ts'
import { Job } from './domain/job.ts'

const Id = z.object({ id: z.string() })

export const jobs = contract('jobs', {
  list: { input: z.object({ running: z.boolean().default(false), limit: z.int().min(1).max(1000).default(100) }), output: z.array(Job), about: 'Jobs, the newest first.' },
  get: { input: Id, output: Job, about: 'One job with its progress, reason and result.' },
  cancel: { input: Id, output: Job, changes: ['jobs'], about: 'Stops a job that waits or runs.' },
  clear: { input: z.object({}), output: z.object({ cleared: z.int() }), changes: ['jobs'], about: 'Takes the jobs that are over off the list.' },
})
