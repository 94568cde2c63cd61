import { FolderOpen } from 'lucide-react'
import { Empty } from '#kit/Empty.tsx'
import { ArtifactTree } from './ArtifactTree.tsx'
import { ArtifactView } from './ArtifactView.tsx'

/** What a run kept: the tree at the left, the chosen file at the right. */
export function ArtifactsTab({ run, path, onPath }: { readonly run: string; readonly path: string; readonly onPath: (path: string) => void }) {
  return (
    <div className="grid min-h-0 flex-1 grid-cols-[minmax(180px,260px)_minmax(0,1fr)]">
      <div className="flex min-h-0 flex-col border-r border-line bg-paper"><ArtifactTree run={run} path={path} onPath={onPath} /></div>
      <div className="flex min-h-0 min-w-0 flex-col">
        {path === '' ? <Empty icon={FolderOpen} title="No file chosen" text="Images, tables, code, JSON and pages are shown here; everything can be downloaded." /> : <ArtifactView key={path} run={run} path={path} />}
      </div>
    </div>
  )
}
