import { z } from 'zod'

/** What a job made that can be opened. */
export type ResultLink = { readonly kind: 'dataset'; readonly dataset: string; readonly version: number } | { readonly kind: 'file'; readonly path: string }

const Made = z.object({ dataset: z.string().min(1), version: z.int() })
const Written = z.object({ path: z.string().min(1) })

export function linksOf(result: unknown): readonly ResultLink[] {
  const made = Made.safeParse(result)
  const written = Written.safeParse(result)
  return [
    ...(made.success ? [{ kind: 'dataset', dataset: made.data.dataset, version: made.data.version } as const] : []),
    ...(written.success ? [{ kind: 'file', path: written.data.path } as const] : []),
  ]
}
