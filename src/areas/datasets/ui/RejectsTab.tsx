import { useQuery } from '@tanstack/react-query'
import { CircleCheck } from 'lucide-react'
import { Empty } from '#kit/Empty.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { asking } from '#wire/ask.ts'
import { datasets } from '../contract.ts'
import type { Version } from '../domain/dataset.ts'
import { countOf, plural } from './words.ts'

/** What of the source could not be read as the dialect says, line by line. */
export function RejectsTab({ version: { dataset, version, rows } }: { readonly version: Version }) {
  const { data, error, refetch } = useQuery(asking(datasets.rejects, { dataset, version, limit: 1000 }))
  if (error) return <div className="p-4"><ProblemNote error={error} onRetry={() => void refetch()} /></div>
  if (!data) return <div className="p-4"><Skeleton lines={10} label="Reading the rejects" /></div>
  if (data.total === 0) return <Empty icon={CircleCheck} title="Nothing was rejected" text={`All ${countOf(rows)} rows of the source were read as its dialect and types say.`} />
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 p-4">
      <p className="text-s text-ink-2">{plural(rows, 'row')} read · {plural(data.leftOut, 'line')} left out · {plural(data.emptied, 'cell')} left empty{data.mended > 0 ? ` · ${plural(data.mended, 'line')} filled or cut` : ''}{data.rows.length < data.total ? ` · the first ${countOf(data.rows.length)} of ${countOf(data.total)} are shown` : ''}</p>
      <div className="min-h-0 flex-1 overflow-auto rounded-2 border border-line bg-surface" role="region" aria-label="Rejects" tabIndex={0}>
        <table className="w-full text-s">
          <thead className="sticky top-0 bg-paper text-left text-xs text-ink-2"><tr className="h-7"><th scope="col" className="w-20 px-3 text-right font-semibold">Line</th><th scope="col" className="px-3 font-semibold">Column</th><th scope="col" className="px-3 font-semibold">What happened</th><th scope="col" className="px-3 font-semibold">Text</th></tr></thead>
          <tbody>
            {data.rows.map((row, i) => (
              <tr key={i} className="h-7 border-t border-line align-top">
                <td className="num px-3 py-1">{countOf(row.line)}</td><td className="max-w-[160px] truncate px-3 py-1">{row.column || '–'}</td><td className="px-3 py-1">{row.problem}</td>
                <td className="max-w-[440px] truncate px-3 py-1 font-mono text-ink-2" title={row.text}>{row.text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
