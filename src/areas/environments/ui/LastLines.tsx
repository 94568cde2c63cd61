import { useQuery } from '@tanstack/react-query'
import { jobs } from '#areas/jobs/contract.ts'
import { LogExcerpt } from '#kit/LogExcerpt.tsx'
import { asking } from '#wire/ask.ts'
import { isPhase } from '../domain/phases.ts'

const last = 6

/** The end of a log, as evidence beside a sentence. */
export function LastLines({ job }: { readonly job: string }) {
  const { data } = useQuery(asking(jobs.log, { id: job, from: -last, lines: last }))
  return <div className="mt-2"><LogExcerpt lines={data?.lines.filter((line) => line.trim() !== '' && !isPhase(line)).slice(-4) ?? []} /></div>
}
