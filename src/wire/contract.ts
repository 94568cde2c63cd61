import type { z } from 'zod'

/** One question the browser may put to the server; a command also names the areas it changes. */
export interface Call<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly input: I
  readonly output: O
  readonly changes?: readonly string[]
  /** One sentence for the published API. */
  readonly about?: string
}

export type Addressed<C extends Call = Call> = C & { readonly area: string; readonly name: string }
/** Puts one question to the server, however that is done. */
export type Ask = <C extends Addressed>(call: C, input: z.input<C['input']>, signal?: AbortSignal) => Promise<z.output<C['output']>>

export type Contract = Record<string, Addressed>

export function contract<C extends Record<string, Call>>(area: string, calls: C): { [K in keyof C]: Addressed<C[K]> } {
  const addressed = Object.entries(calls).map(([name, call]) => [name, { ...call, area, name }])
  return Object.fromEntries(addressed)
}
