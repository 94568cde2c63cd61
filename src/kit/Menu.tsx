import { useRef, useState } from 'react'
import type { ReactElement } from 'react'
import { ButtonContext } from 'react-aria-components/Button'
import { later } from './later.tsx'
import type { MenuEntry } from './menu-entry.ts'

const MenuUnder = later(() => import('./MenuUnder.tsx').then((module) => module.MenuUnder))

export type MenuPlacement = 'bottom start' | 'bottom end' | 'top start' | 'top end' | 'right top'

/** The child is the button that opens it: by a press, or by the arrows up and down. */
export function Menu({ items, label, placement = 'bottom start', children }: { readonly items: readonly MenuEntry[]; readonly label: string; readonly placement?: MenuPlacement; readonly children: ReactElement }) {
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  return (
    <>
      <ButtonContext value={{
        'ref': button, 'aria-haspopup': 'menu', 'aria-expanded': open, 'isPressed': open, 'onPress': () => setOpen(true),
        'onKeyDown': (event) => { if (event.key === 'ArrowDown' || event.key === 'ArrowUp') setOpen(true); else event.continuePropagation() },
      }}
      >{children}</ButtonContext>
      {open && <MenuUnder button={button} items={items} label={label} placement={placement} onClose={() => setOpen(false)} />}
    </>
  )
}
