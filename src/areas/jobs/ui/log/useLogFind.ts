import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ask } from '#wire/ask.ts'
import { jobs } from '../../contract.ts'
import type { LogOf } from './useLog.ts'

/** Lines that hold the text, as far as it was searched; more than these are not counted. */
export interface Found { readonly lines: readonly number[]; readonly to: number; readonly whole: boolean }

export const mostFound = 10_000

/** Searches the whole log a part at a time, and what is written meanwhile too. */
export function useLogFind({ id, attempt }: LogOf, text: string, total: number): Found | undefined {
  const queries = useQueryClient()
  const key = ['job-log', id, attempt, 'find', text]
  const { data } = useQuery({
    queryKey: key, enabled: text !== '', gcTime: 10_000,
    queryFn: async ({ signal }): Promise<Found> => {
      const before = queries.getQueryData<Found>(key) ?? { lines: [], to: 0, whole: false }
      const from = before.whole ? Math.max(0, before.to - 1) : before.to
      const { found, searchedTo, whole } = await ask(jobs.logFind, { id, attempt, text, from, limit: 1000 }, signal)
      const last = before.lines.at(-1) ?? -1
      return { lines: [...before.lines, ...found.map(({ line }) => line).filter((line) => line > last)].slice(0, mostFound), to: searchedTo, whole }
    },
    refetchInterval: ({ state: { data: now } }) => {
      if (!now || now.lines.length >= mostFound) return false
      return now.whole ? (total > now.to ? 400 : false) : 20
    },
  })
  return text === '' ? undefined : data
}
