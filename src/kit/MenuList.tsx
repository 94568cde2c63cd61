import { Check, ChevronRight } from 'lucide-react'
import { Header } from 'react-aria-components/Header'
import { Menu, MenuItem, MenuSection, SubmenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Separator } from 'react-aria-components/Separator'
import { given } from '#lib/given.ts'
import { never } from '#lib/never.ts'
import { KeyHint } from './KeyHint.tsx'
import type { MenuEntry } from './menu-entry.ts'

/** The list alone; Menu and ContextMenu put it into a popover. */
export function MenuList({ items, label, onClose, onPicked }: {
  readonly items: readonly MenuEntry[]
  readonly label: string
  readonly onClose?: (() => void) | undefined
  /** Of a menu in a menu: something was chosen, so that the outer one closes too. */
  readonly onPicked?: (() => void) | undefined
}) {
  return (
    <Menu className="menu" aria-label={label} autoFocus="first" {...given({ onClose, onAction: onPicked })}>
      {items.map((entry, index) => entryOf(entry, index, onClose ?? onPicked))}
    </Menu>
  )
}

function entryOf(entry: MenuEntry, index: number, onPicked: (() => void) | undefined) {
  switch (entry.kind) {
    case 'line': return <Separator key={index} className="line" />
    case 'section': return <MenuSection key={index} aria-label={entry.label}><Header className="section">{entry.label}</Header></MenuSection>
    case 'sub': return (
      <SubmenuTrigger key={entry.id}>
        <MenuItem id={entry.id} textValue={entry.label}>{entry.icon && <entry.icon size={14} />}<span>{entry.label}</span><ChevronRight size={13} className="ml-auto" /></MenuItem>
        <Popover className="popover"><MenuList items={entry.items} label={entry.label} onPicked={onPicked} /></Popover>
      </SubmenuTrigger>
    )
    case 'item':
    case undefined: return (
      <MenuItem key={entry.id} id={entry.id} textValue={entry.label} className={entry.danger ? 'danger' : ''} onAction={entry.run} {...given({ isDisabled: entry.disabled })}>
        {entry.icon && <entry.icon size={14} />}
        <span>{entry.label}</span>
        {entry.checked && <Check size={13} className="ml-auto" />}
        {entry.keyHint && <KeyHint keys={entry.keyHint} />}
      </MenuItem>
    )
    default: return never(entry)
  }
}
