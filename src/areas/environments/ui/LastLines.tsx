import { useQuery } from '@tanstack/react-query'
import { jobs } from '#areas/jobs/contract.ts'
import { asking } from '#wire/ask.ts'
import { isPhase } from '../domain/phases.ts'

const last = 6

/** The end of a log, as evidence beside a sentence. */
export function LastLines({ job }: { readonly job: string }) {
  const { data } = useQuery(asking(jobs.log, { id: job, from: -last, lines: last }))
  const lines = data?.lines.filter((line) => line.trim() !== '' && !isPhase(line)).slice(-4) ?? []
  return lines.length === 0 ? null : <pre className="mt-2 max-h-[150px] overflow-auto rounded-2 bg-sunken p-2 font-mono text-xs whitespace-pre-wrap wrap-anywhere select-text [font-variant-ligatures:none]" tabIndex={0} role="region" aria-label="Last lines of the log">{lines.join('\n')}</pre>
}
