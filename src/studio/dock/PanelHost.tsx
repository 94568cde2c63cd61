import { Suspense, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { PanelProps } from '#kit/desk.ts'
import { Empty } from '#kit/Empty.tsx'
import { fetchLater } from '#kit/later.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { CircleHelp } from 'lucide-react'
import { panelOf } from '../catalogue.ts'
import { useStudio } from '../studio.ts'
import { PanelFault } from './PanelFault.tsx'

/** Ties one tab to its panel's view. */
export function PanelHost({ id }: { readonly id: string }) {
  const { dock } = useStudio()
  const kind = useSyncExternalStore(dock.version.subscribe, () => dock.tab(id)?.kind)
  const params = useSyncExternalStore(dock.version.subscribe, () => dock.paramsAt(id))
  const active = useSyncExternalStore(dock.version.subscribe, () => dock.active()?.id === id)
  const [hands] = useState<Hands>(() => ({
    setParams: (change) => dock.setParams(id, change),
    setTitle: (title) => dock.setTitle(id, title),
    setDirty: (dirty) => dock.markDirty(id, dirty),
    close: () => dock.askToClose(id),
  }))
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (active && dock.takeFocus(id)) root.current?.focus()
  }, [active, dock, id])
  const spec = kind === undefined ? undefined : panelOf(kind)
  if (!spec) return <Empty icon={CircleHelp} title="This view is not here" text="The tab comes from another version of Atelier. Close it, or open the workspace with that version." />
  return (
    <div ref={root} tabIndex={-1} className="h-full min-h-0 flex flex-col" data-panel={spec.kind} {...(active ? { 'data-focus-first': '' } : {})}>
      <PanelFault>
        <Suspense fallback={<div className="p-6"><Skeleton lines={6} height={18} label={`Opening ${spec.title(params)}`} /></div>}>
          <spec.view {...hands} params={params} active={active} />
          <Shown />
        </Suspense>
      </PanelFault>
    </div>
  )
}

/** Stands behind a view that has come. */
function Shown() {
  useEffect(() => {
    const idle = requestIdleCallback(() => void fetchLater(), { timeout: 1000 })
    return () => cancelIdleCallback(idle)
  }, [])
  return null
}

type Hands = Omit<PanelProps, 'params' | 'active'>
