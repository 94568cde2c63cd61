import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Addressed } from './contract.ts'
import { Problem, ProblemBody } from './problem.ts'

/** Headers that every write of the page carries: a cross-site form cannot set them. */
export const ours = { 'x-atelier': '1' }

export async function ask<C extends Addressed>(call: C, input: z.input<C['input']>, signal?: AbortSignal): Promise<z.output<C['output']>> {
  const body = await askRaw(`/api/${call.area}.${call.name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...ours },
    body: JSON.stringify(input),
    signal: signal ?? null,
  })
  return call.output.parse(await body.json()) as z.output<C['output']>
}

/** A fetch whose refusals become Problems; for the plain byte routes. */
export async function askRaw(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(path, init).catch((error: unknown) => {
    if (init.signal?.aborted) throw error
    throw new Problem('failed', 'The server does not answer. If it was stopped, start it again; this page reconnects by itself.')
  })
  if (response.ok) return response
  const problem = ProblemBody.safeParse(await response.json().catch(() => null))
  if (problem.success) throw new Problem(problem.data.code, problem.data.message, problem.data.where)
  throw new Problem('failed', `The server answered ${response.status} ${response.statusText}.`)
}

export function asking<C extends Addressed>(call: C, input: z.input<C['input']>) {
  return queryOptions({
    queryKey: [call.area, call.name, input] as const,
    queryFn: ({ signal }) => ask(call, input, signal),
  })
}

export function useCommand<C extends Addressed>(call: C) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: z.input<C['input']>) => ask(call, input),
    onSuccess: () => Promise.all((call.changes ?? []).map((area) => queries.invalidateQueries({ queryKey: [area] }))),
  })
}
