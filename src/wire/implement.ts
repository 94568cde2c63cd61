import { Hono } from 'hono'
import type { Context } from 'hono'
import type { z } from 'zod'
import type { Contract } from './contract.ts'
import { bodyOf, Problem, statusOf } from './problem.ts'

/** Who asks. Until accounts come there is one user, who holds every role. */
export interface Actor {
  readonly name: string
  readonly roles: readonly string[]
}

export interface Asker {
  readonly signal: AbortSignal
  readonly actor: Actor
}

export type Handlers<C extends Contract> = {
  [K in keyof C]: (input: z.output<C[K]['input']>, asker: Asker) => Promise<z.input<C[K]['output']>> | z.input<C[K]['output']>
}

const localActor: Actor = { name: 'local', roles: ['admin', 'lead', 'scientist', 'labeller'] }

export function actorOf(c: Context): Actor {
  return (c.get('actor') as Actor | undefined) ?? localActor
}

export function implement<C extends Contract>(contract: C, handlers: Handlers<C>): Hono {
  const app = new Hono()
  for (const key of Object.keys(contract)) {
    const { area, name, input } = contract[key]!
    app.post(`/${area}.${name}`, async (c) => {
      const parsed = input.safeParse(await jsonOf(c))
      if (!parsed.success) throw invalid(parsed.error)
      return c.json((await handlers[key]!(parsed.data as never, { signal: c.req.raw.signal, actor: actorOf(c) })) ?? null)
    })
  }
  return app.onError(answerProblem)
}

export function answerProblem(error: Error, c: Context): Response {
  if (c.req.raw.signal.aborted) return c.json({ code: 'conflict', message: 'The question was withdrawn.' }, 409)
  const body = bodyOf(error)
  if (body.code === 'failed') console.error(error)
  return c.json(body, statusOf[body.code])
}

async function jsonOf(c: Context): Promise<unknown> {
  try {
    return JSON.parse((await c.req.text()) || '{}')
  } catch {
    throw new Problem('invalid', 'The request body is not JSON.')
  }
}

function invalid(error: z.ZodError): Problem {
  const [issue] = error.issues
  const where = issue?.path.join('.') ?? ''
  return new Problem('invalid', where ? `${where}: ${issue?.message}` : (issue?.message ?? 'The input is not valid.'), where)
}
