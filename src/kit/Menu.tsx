import type { ReactElement } from 'react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import type { MenuEntry } from './menu-entry.ts'
import { MenuList } from './MenuList.tsx'

/** The child is the button that opens it. */
export function Menu({ items, label, placement = 'bottom start', children }: { readonly items: readonly MenuEntry[]; readonly label: string; readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end' | 'right top'; readonly children: ReactElement }) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="popover" placement={placement} offset={4}><MenuList items={items} label={label} /></Popover>
    </MenuTrigger>
  )
}
