import { FileQuestion, FileX } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '#kit/Button.tsx'
import { useDesk } from '#kit/desk.ts'
import { Empty } from '#kit/Empty.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import type { TextFile } from '../domain/entry.ts'
import { nameOf } from '../domain/names.ts'
import { sizeOf } from './tree-nodes.tsx'
import { useFileActions } from './useFileActions.ts'

/** The states that every viewer of text has in common; the children stand when there is text to show. */
export function DocumentFrame({ path, file, gone, error, onRetry, onClose, children }: { readonly path: string; readonly file: TextFile | undefined; readonly gone: boolean; readonly error: unknown; readonly onRetry: () => void; readonly onClose: () => void; readonly children: ReactNode }) {
  if (gone) return <Gone path={path} onClose={onClose} />
  if (error) return <div className="p-4"><ProblemNote error={error} onRetry={onRetry} /></div>
  if (!file) return <div className="p-6"><Skeleton lines={12} label={`Reading ${nameOf(path)}`} /></div>
  if (file.kind === 'binary') return <Binary file={file} />
  return <>{children}</>
}

export function Gone({ path, onClose }: { readonly path: string; readonly onClose: () => void }) {
  return <Empty icon={FileX} title={`There is no ${nameOf(path)}`} text={`“${path}” was deleted or moved. If it comes back, it appears here by itself.`} action={<Button onPress={onClose}>Close the tab</Button>} />
}

function Binary({ file: { path, bytes } }: { readonly file: TextFile }) {
  const desk = useDesk()
  const actions = useFileActions()
  const others = desk.openersOf(path).filter(({ kind }) => kind !== 'text')
  return (
    <Empty icon={FileQuestion} title={`${nameOf(path)} is not text`} text={`${sizeOf(bytes)} of binary data, which no text editor can show without harming it.`} action={
      <div className="flex gap-2">
        {others.map(({ kind, title }) => <Button key={kind} variant="primary" onPress={() => desk.openFile(path, kind)}>Open as {title}</Button>)}
        <Button onPress={() => actions.download(path)}>Download</Button>
      </div>
    } />
  )
}
