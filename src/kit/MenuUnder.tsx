import type { RefObject } from 'react'
import { Popover } from 'react-aria-components/Popover'
import type { MenuPlacement } from './Menu.tsx'
import type { MenuEntry } from './menu-entry.ts'
import { MenuList } from './MenuList.tsx'

/** A menu by its button, open while it is mounted. */
export function MenuUnder({ button, items, label, placement, onClose }: { readonly button: RefObject<HTMLButtonElement | null>; readonly items: readonly MenuEntry[]; readonly label: string; readonly placement: MenuPlacement; readonly onClose: () => void }) {
  return (
    <Popover className="popover" aria-label={label} isOpen triggerRef={button} placement={placement} offset={4} onOpenChange={(isOpen) => { if (!isOpen) onClose() }}>
      <MenuList items={items} label={label} onClose={onClose} />
    </Popover>
  )
}
