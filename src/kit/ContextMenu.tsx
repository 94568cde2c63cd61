import { useState } from 'react'
import type { MouseEvent, ReactNode } from 'react'
import { later } from './later.tsx'
import type { MenuEntry } from './menu-entry.ts'

const MenuAt = later(() => import('./MenuAt.tsx').then((module) => module.MenuAt))

interface Opened { readonly x: number; readonly y: number; readonly items: readonly MenuEntry[] }

/**
 * Opens by right click and by the menu key anywhere in the children. `items` is told what was clicked, so that one
 * menu serves a whole list; none means the browser's own menu.
 */
export function ContextMenu({ items, label, children, className = 'contents' }: { readonly items: (target: Element) => readonly MenuEntry[]; readonly label: string; readonly children: ReactNode; readonly className?: string }) {
  const [opened, setOpened] = useState<Opened>()
  const open = (event: MouseEvent) => {
    if (!(event.target instanceof Element)) return
    const entries = items(event.target)
    if (entries.length === 0) return
    event.preventDefault()
    const byKey = event.clientX === 0 && event.clientY === 0
    const box = event.target.getBoundingClientRect()
    setOpened({ x: byKey ? box.left + 8 : event.clientX, y: byKey ? box.bottom : event.clientY, items: entries })
  }
  return (
    <div className={className} onContextMenu={open}>
      {children}
      {opened && <MenuAt {...opened} label={label} onClose={() => setOpened(undefined)} />}
    </div>
  )
}
