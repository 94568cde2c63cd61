import { House, Settings } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Toolbar } from 'react-aria-components/Toolbar'
import type { Icon } from '#kit/icon.ts'
import { Tooltip } from '#kit/Tooltip.tsx'
import { railViews, sidePanels } from '../catalogue.ts'
import type { Place } from '../sides.ts'
import { useStudio } from '../studio.ts'
import { useValue } from '../useValue.ts'

/** The icons of the side panels; on the left also Home, views that are as often needed, and Settings. */
export function Rail({ place = 'left' }: { readonly place?: Place }) {
  const { sides, dock, desk } = useStudio()
  const open = useValue(sides.state)[place]
  const kind = useSyncExternalStore(dock.version.subscribe, () => dock.active()?.kind)
  return (
    <nav className={`rail ${place}`} aria-label={place === 'left' ? 'Panels' : 'Panels on the right'} data-region={`rail-${place}`}>
      <Toolbar orientation="vertical" aria-label="Panels" className="contents">
        {place === 'left' && <RailButton icon={House} label="Home" view on={kind === 'home'} place={place} onPress={() => desk.open('home')} />}
        {sidePanels(place).map((panel) => (
          <RailButton key={panel.kind} icon={panel.icon} label={panel.title({})} on={open === panel.kind} place={place} onPress={() => sides.toggle(place, panel.kind)} />
        ))}
        {place === 'left' && railViews.map((panel) => <RailButton key={panel.kind} icon={panel.icon} label={panel.title({})} view on={kind === panel.kind} place={place} onPress={() => desk.open(panel.kind)} />)}
        {place === 'left' && <><span className="mt-auto" /><RailButton icon={Settings} label="Settings" view on={kind === 'settings'} place={place} onPress={() => desk.open('settings')} /></>}
      </Toolbar>
    </nav>
  )
}

function RailButton({ icon: Icon, label, on, place, onPress, view = false }: { readonly icon: Icon; readonly label: string; readonly on: boolean; readonly place: Place; readonly onPress: () => void; readonly view?: boolean }) {
  return (
    <Tooltip text={label} placement={place === 'left' ? 'right' : 'left'}>
      <AriaButton aria-label={label} {...(view ? { 'aria-current': on ? 'page' : false } : { 'aria-pressed': on })} onPress={onPress}><Icon size={18} /></AriaButton>
    </Tooltip>
  )
}
