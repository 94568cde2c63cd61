import { TriangleAlert } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import type { Problem } from '#wire/problem.ts'

/** The recipe on screen and the one in the file went apart, or it could not be written. */
export function ConflictBar({ problem, path, onTheirs, onCopy, onRetry }: { readonly problem: Problem; readonly path: string | null; readonly onTheirs: () => void; readonly onCopy: () => void; readonly onRetry: () => void }) {
  if (problem.code !== 'conflict') return <div className="px-3 py-2"><ProblemNote error={problem} onRetry={onRetry} retryLabel="Save again" /></div>
  return (
    <div className="wr-conflict" role="alert">
      <TriangleAlert size={15} />
      <span>{path} was changed elsewhere, in another tab or on disk. Yours is not saved over it.</span>
      <span className="sp" />
      <Button size="s" onPress={onTheirs}>Take theirs</Button>
      <Button size="s" variant="primary" onPress={onCopy}>Keep mine as a copy</Button>
    </div>
  )
}
