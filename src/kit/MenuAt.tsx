import { useRef } from 'react'
import { Popover } from 'react-aria-components/Popover'
import type { MenuEntry } from './menu-entry.ts'
import { MenuList } from './MenuList.tsx'

/** A menu at a place on the screen, open while it is mounted. */
export function MenuAt({ x, y, items, label, onClose }: { readonly x: number; readonly y: number; readonly items: readonly MenuEntry[]; readonly label: string; readonly onClose: () => void }) {
  const anchor = useRef<HTMLSpanElement>(null)
  return (
    <>
      <span ref={anchor} style={{ position: 'fixed', left: x, top: y, width: 0, height: 0 }} />
      <Popover className="popover" aria-label={label} isOpen triggerRef={anchor} placement="bottom start" offset={0} onOpenChange={(isOpen) => { if (!isOpen) onClose() }}>
        <MenuList items={items} label={label} onClose={onClose} />
      </Popover>
    </>
  )
}
