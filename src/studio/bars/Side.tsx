import { Suspense, useState } from 'react'
import type { KeyboardEvent, PointerEvent } from 'react'
import type { PanelSpec, Params } from '#kit/desk.ts'
import { Skeleton } from '#kit/Skeleton.tsx'
import { panelOf } from '../catalogue.ts'
import { PanelFault } from '../dock/PanelFault.tsx'
import type { Place } from '../sides.ts'
import { useStudio } from '../studio.ts'
import { useValue } from '../useValue.ts'

const step = 16
const nothing = () => {}

/** The open side panel and the line that widens it. */
export function Side({ place }: { readonly place: Place }) {
  const { sides } = useStudio()
  const state = useValue(sides.state)
  const spec = panelOf(state[place] ?? '')
  const width = state[`${place}Width`]
  if (!spec || spec.place !== place) return <div className={`side-none ${place}`} />
  return (
    <aside className={`side ${place}`} style={{ width }} aria-label={spec.title({})} data-region={`side-${place}`} tabIndex={-1}>
      <PanelFault key={spec.kind}>
        <Suspense fallback={<div className="p-3"><Skeleton lines={5} label={`Opening ${spec.title({})}`} /></div>}><SideView spec={spec} place={place} /></Suspense>
      </PanelFault>
      <Sash place={place} width={width} />
    </aside>
  )
}

function SideView({ spec, place }: { readonly spec: PanelSpec; readonly place: Place }) {
  const { sides } = useStudio()
  const [params, setParams] = useState<Params>({})
  return <spec.view params={params} setParams={(change) => setParams((now) => ({ ...now, ...change }))} setTitle={nothing} setDirty={nothing} close={() => sides.show(place, null)} active />
}

function Sash({ place, width }: { readonly place: Place; readonly width: number }) {
  const { sides } = useStudio()
  const sign = place === 'left' ? 1 : -1
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const { currentTarget: sash, pointerId, clientX } = event
    sash.setPointerCapture(pointerId)
    const move = (moved: globalThis.PointerEvent) => sides.widen(place, width + sign * (moved.clientX - clientX))
    sash.addEventListener('pointermove', move)
    sash.addEventListener('lostpointercapture', () => sash.removeEventListener('pointermove', move), { once: true })
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') sides.widen(place, width - sign * step)
    if (event.key === 'ArrowRight') sides.widen(place, width + sign * step)
  }
  return <div className="sash" role="separator" aria-orientation="vertical" aria-label="Width of the side panel" aria-valuenow={width} aria-valuemin={160} aria-valuemax={900} tabIndex={0} onPointerDown={drag} onKeyDown={press} />
}
