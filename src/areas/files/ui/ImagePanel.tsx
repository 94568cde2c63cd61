import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Download, Maximize, ZoomIn, ZoomOut } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import type { PanelProps } from '#kit/desk.ts'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { Toolbar } from '#kit/Toolbar.tsx'
import { asking } from '#wire/ask.ts'
import { files } from '../contract.ts'
import { nameOf } from '../domain/names.ts'
import { Gone } from './DocumentFrame.tsx'
import { ImageStage } from '#kit/ImageStage.tsx'
import { sizeOf } from './tree-nodes.tsx'
import { rawAddress, useFileActions } from './useFileActions.ts'
import { useFollow } from './useFollow.ts'

export function ImagePanel(props: PanelProps) {
  const { params: { path = '', zoom }, setParams, close } = props
  useFollow(props)
  const actions = useFileActions()
  const { data, error, refetch } = useQuery({ ...asking(files.stat, { path }), placeholderData: keepPreviousData, retry: false })
  const [natural, setNatural] = useState<{ readonly width: number; readonly height: number }>()
  const [failed, setFailed] = useState('')
  const [shown, setShown] = useState(1)
  if (data === null) return <Gone path={path} onClose={close} />
  if (error) return <div className="p-4"><ProblemNote error={error} onRetry={() => void refetch()} /></div>
  if (!data) return <div className="p-6"><Skeleton lines={1} height={320} label={`Reading ${nameOf(path)}`} /></div>
  const address = rawAddress(path, `${data.modified}:${data.bytes}`)
  const scale = zoom === undefined ? undefined : Math.min(32, Math.max(0.02, Number(zoom) || 1))
  const zoomTo = (next: number | undefined) => setParams({ zoom: next === undefined ? '' : String(Math.round(Math.min(32, Math.max(0.02, next)) * 1000) / 1000) })
  return (
    <div className="panel">
      <Toolbar label={`Image ${nameOf(path)}`} slim>
        <b className="clip font-medium text-ink">{nameOf(path)}</b>
        {natural && <span className="tabular-nums">{natural.width} × {natural.height} px</span>}
        <span>{sizeOf(data.bytes)}</span>
        <span className="sp" />
        <Button variant="ghost" size="s" icon={ZoomOut} label="Smaller" onPress={() => zoomTo((scale ?? shown) / 1.25)} />
        <span className="w-12 text-center tabular-nums">{Math.round((scale ?? shown) * 100)} %</span>
        <Button variant="ghost" size="s" icon={ZoomIn} label="Larger" onPress={() => zoomTo((scale ?? shown) * 1.25)} />
        <Button size="s" pressed={scale === 1} onPress={() => zoomTo(1)}>1 : 1</Button>
        <Button size="s" icon={Maximize} pressed={scale === undefined} onPress={() => zoomTo(undefined)}>Fit</Button>
        <Button variant="ghost" size="s" icon={Download} label="Download" onPress={() => actions.download(path)} />
      </Toolbar>
      {failed === address
        ? <div className="p-4"><ProblemNote error={`“${nameOf(path)}” cannot be shown: it is damaged, or of a kind that this browser does not know.`} onRetry={() => setFailed('')} /></div>
        : <ImageStage address={address} name={nameOf(path)} scale={scale} onZoom={zoomTo} onShown={setShown} onSize={setNatural} onFail={() => setFailed(address)} />}
    </div>
  )
}
