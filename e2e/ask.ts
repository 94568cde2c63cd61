import type { z } from 'zod'
import { jobs } from '#areas/jobs/contract.ts'
import type { Job } from '#areas/jobs/domain/job.ts'
import type { Server } from './server.ts'

interface Question<I extends z.ZodType, O extends z.ZodType> { readonly area: string; readonly name: string; readonly input: I; readonly output: O }

/** Asks the running studio as another program would; a refusal throws. */
export async function ask<I extends z.ZodType, O extends z.ZodType>(server: Server, call: Question<I, O>, input: z.input<I>, signal?: AbortSignal): Promise<z.output<O>> {
  return (await timed(server, call, input, signal)).answer
}

/** The same with the milliseconds until the answer was read. */
export async function timed<I extends z.ZodType, O extends z.ZodType>(server: Server, { area, name, output }: Question<I, O>, input: z.input<I>, signal?: AbortSignal): Promise<{ readonly ms: number; readonly answer: z.output<O> }> {
  const { status, ms, body } = await server.ask(`${area}.${name}`, input, signal)
  if (status !== 200) throw new Error(`${area}.${name} answered ${status}: ${JSON.stringify(body)}`)
  return { ms, answer: output.parse(body) }
}

/** The job when it is over. */
export async function jobOver(server: Server, id: string): Promise<Job> {
  for (;;) {
    const job = await ask(server, jobs.get, { id })
    if (job.ended !== null) return job
    await pause(100)
  }
}

/** Until nothing runs and nothing waits. */
export async function quiet(server: Server): Promise<void> {
  while ((await ask(server, jobs.list, { running: true })).length > 0) await pause(250)
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
