import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { ask } from '#wire/ask.ts'
import { jobs } from '../../contract.ts'
import { grown, growsFrom, pageLines, pagesFor } from '../../domain/log-window.ts'
import type { LogPart } from '../../domain/log-window.ts'

export interface LogOf { readonly id: string; readonly attempt: number }
type Answer = z.output<typeof jobs.log.output>
export type LogEnd = LogPart & Pick<Answer, 'bytes' | 'read' | 'over'>

/** Between two looks at a log that may grow; a line is seen within three of them. */
const everyMs = 120

/** The end of a log, looked at anew while it grows; whole pages before it are asked for as they are seen and never again. */
export function useLog({ id, attempt }: LogOf, { from, to, seen }: { readonly from: number; readonly to: number; readonly seen: boolean }) {
  const queries = useQueryClient()
  const key = ['job-log', id, attempt, 'end']
  const end = useQuery({
    queryKey: key, enabled: seen, retry: 1,
    queryFn: ({ signal }) => endAfter(queries.getQueryData<LogEnd>(key), { id, attempt }, signal),
    refetchInterval: ({ state: { data } }) => (data && (!data.over || data.read < data.bytes) ? everyMs : false),
  })
  const tail = end.data
  const pages = tail ? pagesFor({ from, to }, tail) : []
  const answers = useQueries({
    queries: pages.map((page) => ({
      queryKey: ['job-log', id, attempt, 'page', page], staleTime: Infinity, gcTime: 30_000,
      queryFn: async ({ signal }: { signal: AbortSignal }) => (await ask(jobs.log, { id, attempt, from: page * pageLines, lines: pageLines }, signal)).lines,
    })),
  })
  const lineAt = (line: number): string | undefined => {
    if (!tail) return undefined
    if (line >= tail.first) return tail.lines[line - tail.first]
    const page = Math.floor(line / pageLines)
    return answers[pages.indexOf(page)]?.data?.[line - page * pageLines]
  }
  return { tail, lineAt, error: end.error ?? answers.find(({ error }) => error)?.error ?? null, again: () => void end.refetch() }
}

async function endAfter(before: LogEnd | undefined, { id, attempt }: LogOf, signal: AbortSignal): Promise<LogEnd> {
  const since = await ask(jobs.log, { id, attempt, from: growsFrom(before), lines: 1000 }, signal)
  const joined = grown(before, since)
  if (joined) return { ...joined, ...standing(since) }
  const anew = await ask(jobs.log, { id, attempt, from: growsFrom(undefined), lines: 5000 }, signal)
  return { ...(grown(undefined, anew) ?? { first: anew.first, lines: anew.lines, total: anew.first + anew.lines.length }), ...standing(anew) }
}

function standing({ bytes, read, over }: Answer): Pick<Answer, 'bytes' | 'read' | 'over'> {
  return { bytes, read, over }
}
