import { useQueries } from '@tanstack/react-query'
import { asking } from '#wire/ask.ts'
import { files } from '../contract.ts'
import type { Entry } from '../domain/entry.ts'

export interface Folders {
  readonly of: ReadonlyMap<string, readonly Entry[]>
  readonly loading: boolean
  /** Why the workspace itself could not be read. */
  readonly error: unknown
  readonly notice: string
  readonly retry: () => void
}

/** The workspace and its open folders, each asked by itself. */
export function useFolders(open: readonly string[]): Folders {
  const wanted = ['', ...open]
  const answers = useQueries({ queries: wanted.map((folder) => ({ ...asking(files.list, { folder }), staleTime: 60_000, retry: false })) })
  const [top] = answers
  return {
    of: new Map(wanted.flatMap((folder, i) => { const entries = answers[i]?.data?.entries; return entries ? [[folder, entries]] : [] })),
    loading: top?.isPending ?? true,
    error: top?.data ? undefined : (top?.error ?? undefined),
    notice: top?.data?.notice ?? '',
    retry: () => { for (const answer of answers) void answer.refetch() },
  }
}
