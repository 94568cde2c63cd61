import { Copy, Ellipsis, Maximize2, Minimize2, Pencil, SlidersHorizontal, Trash2 } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { Button } from '#kit/Button.tsx'
import type { MenuEntry } from '#kit/menu-entry.ts'
import { Menu } from '#kit/Menu.tsx'
import type { FrameHands } from '../cards/card.ts'

/** The frame round a card: its head moves it, its corner sizes it; both answer to arrow keys too. */
export function CardFrame({ title, note, tools, children, ...hands }: FrameHands & {
  readonly title: string
  /** What the figures are: scope, mean and band, exact or in buckets. */
  readonly note?: ReactNode
  /** Small controls at the right of the head. */
  readonly tools?: ReactNode
  readonly children: ReactNode
}) {
  const items: readonly MenuEntry[] = [
    { id: 'edit', label: 'Card settings…', icon: SlidersHorizontal, run: hands.onEdit },
    { id: 'rename', label: 'Rename…', icon: Pencil, run: hands.onRename },
    { id: 'duplicate', label: 'Duplicate', icon: Copy, run: hands.onDuplicate },
    { id: 'full', label: hands.full ? 'Back to the board' : 'Full screen', icon: hands.full ? Minimize2 : Maximize2, run: hands.onFull },
    { kind: 'line' },
    { id: 'remove', label: 'Remove', icon: Trash2, danger: true, run: hands.onRemove },
  ]
  return (
    <section className="rn-card" aria-label={`${title}, ${hands.kindTitle}`}>
      <header className="rn-cardhead">
        <div
          className="rn-cardgrip" role="button" tabIndex={0} aria-label={`Move ${title}`} aria-description="Arrow keys move the card, with Shift they size it" aria-keyshortcuts="ArrowUp ArrowDown ArrowLeft ArrowRight"
          onPointerDown={(event) => { if (event.button === 0 && !hands.full) hands.onMoveStart(event) }}
          onKeyDown={(event) => nudgeByKey(event, hands)}
          onDoubleClick={hands.onFull}
        >
          <h2 className="clip">{title}</h2>
          {note !== undefined && <small className="clip" title={typeof note === 'string' ? note : undefined}>{note}</small>}
        </div>
        {tools}
        <Menu label={`Card ${title}`} placement="bottom end" items={items}><Button variant="ghost" size="s" icon={Ellipsis} label={`Menu of ${title}`} /></Menu>
      </header>
      <div className="rn-cardbody">{children}</div>
      {!hands.full && <div className="rn-cardcorner" aria-hidden onPointerDown={(event) => { if (event.button === 0) hands.onResizeStart(event) }} />}
    </section>
  )
}

const arrows: Readonly<Record<string, { readonly x: number; readonly y: number }>> = { ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 }, ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 } }

function nudgeByKey(event: KeyboardEvent, hands: FrameHands): void {
  const by = arrows[event.key]
  if (event.key === 'Enter') return hands.onFull()
  if (event.key === 'Delete') return hands.onRemove()
  if (!by || hands.full) return
  event.preventDefault()
  hands.onNudge(event.shiftKey ? { w: by.x, h: by.y } : by)
}
