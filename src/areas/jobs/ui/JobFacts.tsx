import { isOver } from '../domain/job.ts'
import type { Job } from '../domain/job.ts'

export function JobFacts({ job }: { readonly job: Job }) {
  const facts = [['Kind', job.kind], ['Asked for by', job.actor], ['Id', job.id], ...(job.phase === '' || !isOver(job.state) ? [] : [['Last phase', job.phase]])]
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-s">
      {facts.map(([term, words]) => <div key={term} className="contents"><dt className="text-ink-2">{term}</dt><dd className={`min-w-0 wrap-anywhere select-text ${term === 'Id' || term === 'Kind' ? 'font-mono' : ''}`}>{words}</dd></div>)}
    </dl>
  )
}
