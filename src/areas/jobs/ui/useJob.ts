import { useQuery } from '@tanstack/react-query'
import { asking } from '#wire/ask.ts'
import { jobs } from '../contract.ts'

/** One job; the event stream keeps it true. */
export function useJob(id: string) {
  return useQuery(asking(jobs.get, { id }))
}
