import { jobs } from '#areas/jobs/contract.ts'
import type { Job } from '#areas/jobs/domain/job.ts'
import { training } from '#areas/training/contract.ts'
import type { z } from 'zod'
import { ask } from '../ask.ts'
import type { Server } from '../server.ts'
import { listenTo } from './told.ts'

type Spec = Partial<z.input<typeof training.start.input>['spec']>
const ends = ['done', 'failed', 'cancelled', 'lost']

/** Starts it as the form does and answers with the ids of its jobs. */
export async function trained(server: Server, spec: Spec): Promise<string[]> {
  const { started } = await ask(server, training.start, { spec: { title: 'bench', environment: 'bench', track: false, ...spec } })
  return started.map(({ job }) => job)
}

/** Milliseconds from pressing Train until the page has read that all of it is over; refuses where one of them did not do well. */
export async function wholeTime(server: Server, spec: Spec): Promise<{ readonly ms: number; readonly answered: number; readonly job: Job }> {
  const stream = await listenTo(server)
  const over = new Set<string>()
  const began = performance.now()
  const ids = await trained(server, spec)
  const answered = performance.now() - began
  while (!ids.every((id) => over.has(id))) {
    const { ids: told } = await stream.next(({ area, what }) => area === 'jobs' && ends.includes(what))
    for (const id of told) over.add(id)
  }
  const job = await ask(server, jobs.get, { id: ids.at(-1) ?? '' })
  const ms = performance.now() - began
  stream.close()
  if (job.state !== 'done') throw new Error(`“${job.title}” is ${job.state}: ${job.error}`)
  return { ms, answered, job }
}
