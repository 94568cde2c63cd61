import { GitCompareArrows, TriangleAlert } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import type { Document } from '../domain/document.ts'
import { nameOf } from '../domain/names.ts'

/** Told while the disk holds another text than the one that is edited. */
export function ConflictBar({ path, theirs, comparing, onKeep, onTake, onCompare }: { readonly path: string; readonly theirs: NonNullable<Document['theirs']>; readonly comparing: boolean; readonly onKeep: () => void; readonly onTake: () => void; readonly onCompare: () => void }) {
  const gone = theirs === 'gone'
  return (
    <div role="alert" className="flex flex-none flex-wrap items-center gap-2 border-b border-line bg-warn-soft px-3 py-2 text-s">
      <TriangleAlert size={15} />
      <span className="min-w-0 flex-1">{gone ? `“${nameOf(path)}” was deleted or moved on disk. Your text is still here.` : `“${nameOf(path)}” changed on disk while you edited it.`}</span>
      <Button size="s" onPress={onKeep}>{gone ? 'Save it again' : 'Keep mine and save'}</Button>
      {!gone && <Button size="s" onPress={onTake}>Take theirs</Button>}
      {!gone && <Button size="s" icon={GitCompareArrows} pressed={comparing} onPress={onCompare}>Compare</Button>}
    </div>
  )
}
