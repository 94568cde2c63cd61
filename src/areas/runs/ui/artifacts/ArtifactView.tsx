import { Download } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { ImageStage } from '#kit/ImageStage.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Segmented } from '#kit/Segmented.tsx'
import { Toolbar } from '#kit/Toolbar.tsx'
import { ArtifactTable } from './ArtifactTable.tsx'
import { ArtifactText } from './ArtifactText.tsx'
import { viewerOf } from './viewer-of.ts'

/** One artifact as its kind is best seen. Pages of scripts stand in a frame of their own, without network. */
export function ArtifactView({ run, path }: { readonly run: string; readonly path: string }) {
  const address = `/api/runs/artifact?run=${encodeURIComponent(run)}&path=${encodeURIComponent(path)}`
  const viewer = viewerOf(path)
  return (
    <>
      <Toolbar label="Artifact" slim>
        <b className="clip font-medium text-ink" title={path}>{path}</b><span className="sp" />
        <Button variant="ghost" size="s" icon={Download} label={`Download ${path}`} onPress={() => window.open(`${address}&download`, '_self')} />
      </Toolbar>
      {viewer === 'image' && <Picture address={address} path={path} />}
      {viewer === 'page' && <iframe title={path} src={address} sandbox="allow-scripts" className="min-h-0 w-full flex-1 border-0 bg-white" />}
      {viewer === 'table' && <RowsOrText run={run} path={path} />}
      {viewer === 'text' && <ArtifactText run={run} path={path} />}
    </>
  )
}

function RowsOrText({ run, path }: { readonly run: string; readonly path: string }) {
  const [as, setAs] = useState<'rows' | 'text'>('rows')
  const pick = <Segmented label="Shown as" options={[{ id: 'rows', label: 'Rows' }, { id: 'text', label: 'Text' }]} value={as} onChange={setAs} />
  if (/\.parquet$/i.test(path)) return <ArtifactTable run={run} path={path} />
  return as === 'rows' ? <ArtifactTable run={run} path={path} head={pick} /> : <><div className="bar slim">{pick}</div><ArtifactText run={run} path={path} /></>
}

function Picture({ address, path }: { readonly address: string; readonly path: string }) {
  const [failed, setFailed] = useState(false)
  const [scale, setScale] = useState<number>()
  if (failed) return <div className="p-4"><ProblemNote error={`“${path}” cannot be shown: it is damaged, or of a kind that this browser does not know. Download it instead.`} /></div>
  return <ImageStage address={address} name={path} scale={scale} onZoom={setScale} onShown={() => {}} onSize={() => {}} onFail={() => setFailed(true)} />
}
