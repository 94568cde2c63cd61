import { ArrowRightToLine, Columns2, Link, Maximize2, Rows2, X } from 'lucide-react'
import type { MenuEntry } from '#kit/menu-entry.ts'
import type { Studio } from '../studio.ts'

/** What a right click on a tab offers. */
export function tabMenu({ dock, moves, commands, desk }: Studio, id: string): readonly MenuEntry[] {
  const keyOf = (command: string) => {
    const spec = commands.specs.find((one) => one.id === command)
    const [key] = spec ? commands.keysOf(spec) : []
    return key === undefined ? {} : { keyHint: key }
  }
  const onIt = (act: () => void) => () => {
    dock.select(id)
    act()
  }
  const copy = () => {
    const tab = dock.tab(id)
    if (!tab) return
    navigator.clipboard.writeText(desk.addressOf(tab.kind, tab.params)).then(
      () => desk.notify({ kind: 'good', text: 'The address of this view is on the clipboard.' }),
      () => desk.notify({ kind: 'warn', text: 'The browser does not give the clipboard. Copy the address from its address line.' }),
    )
  }
  return [
    { id: 'close', label: 'Close', icon: X, ...keyOf('tabs.close'), run: () => dock.askToClose(id) },
    { id: 'others', label: 'Close the others', run: onIt(moves.closeOthers) },
    { kind: 'line' },
    { id: 'right', label: 'Split to the right', icon: Columns2, ...keyOf('tabs.splitRight'), run: onIt(moves.splitRight) },
    { id: 'down', label: 'Split downwards', icon: Rows2, ...keyOf('tabs.splitDown'), run: onIt(moves.splitDown) },
    { id: 'move', label: 'Move right', icon: ArrowRightToLine, ...keyOf('tabs.moveRight'), run: onIt(moves.moveRight) },
    { id: 'maximise', label: 'Maximise or restore', icon: Maximize2, ...keyOf('tabs.maximise'), run: onIt(moves.maximise) },
    { kind: 'line' },
    { id: 'copy', label: 'Copy address', icon: Link, run: copy },
  ]
}
