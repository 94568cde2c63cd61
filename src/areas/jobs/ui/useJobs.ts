import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { asking } from '#wire/ask.ts'
import { jobs } from '../contract.ts'
import { isOver } from '../domain/job.ts'
import type { Filter } from './shown.ts'

export const mostJobs = 200

/** The jobs of that filter, the newest first. */
export function useJobs(filter: Filter) {
  const running = filter === 'running'
  const { data, error, refetch } = useQuery({ ...asking(jobs.list, { running, limit: mostJobs }), placeholderData: keepPreviousData })
  const list = data?.filter(({ state }) => !running || !isOver(state)).toSorted((a, b) => b.created.localeCompare(a.created))
  return { list, error, refetch }
}
