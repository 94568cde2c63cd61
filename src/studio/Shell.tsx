import { useEffect } from 'react'
import { DeskContext } from '#kit/desk.ts'
import { fetchLater, later } from '#kit/later.tsx'
import { BottomBar } from './bars/BottomBar.tsx'
import { Rail } from './bars/Rail.tsx'
import { Side } from './bars/Side.tsx'
import { TopBar } from './bars/TopBar.tsx'
import { sidePanels } from './catalogue.ts'
import { DockView } from './dock/DockView.tsx'
import { useStudio } from './studio.ts'
import { Toasts } from './Toasts.tsx'
import { useKeys } from './useKeys.ts'
import { useKeeping } from './useKeeping.ts'
import { useLook } from './useLook.ts'
import { useValue } from './useValue.ts'

const Palette = later(() => import('./palette/Palette.tsx').then((module) => module.Palette))
/** When no view of a tab came. */
const late = 5000

/** The grid of the studio: bars round the dock. */
export function Shell() {
  const studio = useStudio()
  const theme = useLook(studio)
  useKeys(studio)
  useKeeping(studio)
  useEffect(() => {
    const timer = setTimeout(() => void fetchLater(), late)
    return () => clearTimeout(timer)
  }, [])
  const open = useValue(studio.palette)
  const hasRight = sidePanels('right').length > 0
  return (
    <DeskContext value={{ ...studio.desk, theme }}>
      <div className="studio">
        <TopBar />
        <Rail />
        <Side place="left" />
        <DockView />
        <Side place="right" />
        {hasRight && <Rail place="right" />}
        <BottomBar />
      </div>
      {open && <Palette onClose={() => studio.palette.set(false)} />}
      <Toasts />
    </DeskContext>
  )
}
