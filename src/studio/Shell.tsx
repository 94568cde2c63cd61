import { DeskContext } from '#kit/desk.ts'
import { BottomBar } from './bars/BottomBar.tsx'
import { Rail } from './bars/Rail.tsx'
import { Side } from './bars/Side.tsx'
import { TopBar } from './bars/TopBar.tsx'
import { sidePanels } from './catalogue.ts'
import { DockView } from './dock/DockView.tsx'
import { Palette } from './palette/Palette.tsx'
import { useStudio } from './studio.ts'
import { Toasts } from './Toasts.tsx'
import { useKeys } from './useKeys.ts'
import { useKeeping } from './useKeeping.ts'
import { useLook } from './useLook.ts'
import { useValue } from './useValue.ts'

/** The grid of the studio: bars round the dock. */
export function Shell() {
  const studio = useStudio()
  const theme = useLook(studio)
  useKeys(studio)
  useKeeping(studio)
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
