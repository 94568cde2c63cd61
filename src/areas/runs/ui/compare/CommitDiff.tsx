import { useQuery } from '@tanstack/react-query'
import { DiffView } from '#kit/DiffView.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { asking } from '#wire/ask.ts'
import { runs } from '../../contract.ts'

/** What changed in the repository from the commit of one run to that of another. */
export function CommitDiff({ left, right }: { readonly left: string | null; readonly right: string | null }) {
  if (left === null && right === null) return <p className="text-s text-ink-2">Neither run says of which commit its code was.</p>
  if (left === null || right === null) return <p className="text-s text-ink-2">One run does not say of which commit its code was.</p>
  if (left === right) return <p className="text-s text-ink-2">Both ran at commit <code>{left.slice(0, 10)}</code>.</p>
  return <Changed left={left} right={right} />
}

function Changed({ left, right }: { readonly left: string; readonly right: string }) {
  const { data, error, refetch } = useQuery({ ...asking(runs.commitDiff, { left, right }), retry: false })
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton lines={5} label="Asking git what changed" />
  return (
    <>
      <p className="text-s text-ink-2">From <code>{left.slice(0, 10)}</code> to <code>{right.slice(0, 10)}</code>. {data.why}{data.whole ? '' : 'The difference is longer than 1 MB; this is its beginning.'}</p>
      {data.diff && <DiffView diff={data.diff} label="What changed between the commits" className="max-h-[420px]" />}
    </>
  )
}
