import { LayoutDashboard } from 'lucide-react'
import { useState } from 'react'
import { useDesk } from '#kit/desk.ts'
import { Empty } from '#kit/Empty.tsx'
import { useSize } from '#kit/plot/useSize.ts'
import { boardColumns, heightOf, inOrder, stacked, withAdded, without, withPlaced } from '../../domain/board.ts'
import type { Brush } from '../../domain/query.ts'
import type { Card } from '../../domain/view.ts'
import type { FrameHands } from '../cards/card.ts'
import { kinds } from '../cards/kinds.ts'
import { useBench } from '../view/bench.ts'
import { AddCard } from './AddCard.tsx'
import { CardSlot } from './CardSlot.tsx'
import { follow, gap, rowHeight } from './gesture.ts'

/** A board narrower than this, in px, has no room for cards beside each other. */
const besideFrom = 480

interface Draft { readonly id: string; readonly cards: readonly Card[] }

/** The cards on a grid of twelve columns; each is moved, sized, copied, taken away and seen alone, by pointer or keys. */
export function Board() {
  const { state: { cards: kept, query, baseline }, change, keys, linked, runs, ask } = useBench()
  const desk = useDesk()
  const { ref, size } = useSize<HTMLDivElement>()
  const [draft, setDraft] = useState<Draft>()
  const [alone, setAlone] = useState<string>()
  const narrow = size.width > 0 && size.width < besideFrom
  const cards = narrow ? stacked(kept) : (draft?.cards ?? kept)
  const step = (size.width + gap) / boardColumns
  const put = (next: readonly Card[], tag?: string) => change({ cards: [...next] }, tag)
  const brush = (column: string, next: Brush | undefined) => change({ brushes: [...query.brushes.filter((one) => one.column !== column), ...(next ? [next] : [])] }, `brush ${column}`)

  function begin(kind: 'move' | 'size', card: Card, pressed: Parameters<typeof follow>[0]): void {
    if (narrow) return
    follow(pressed, {
      kind, place: card, boardWidth: size.width,
      onDraft: (part) => setDraft({ id: card.id, cards: withPlaced(kept, card.id, part) }),
      onDone: (part) => {
        setDraft(undefined)
        if (part) put(withPlaced(kept, card.id, part))
      },
    })
  }

  const frameOf = (card: Card): FrameHands => ({
    id: card.id, kindTitle: kinds[card.kind].title, full: alone === card.id,
    onFull: () => setAlone((now) => (now === card.id ? undefined : card.id)),
    onEdit: () => ask({ dialog: 'card', id: card.id }), onRename: () => ask({ dialog: 'renameCard', id: card.id }),
    onDuplicate: () => put(withAdded(kept, { ...card, id: crypto.randomUUID().slice(0, 8) })),
    onRemove: () => { setAlone(undefined); put(without(kept, card.id)) },
    onMoveStart: (event) => begin('move', card, event), onResizeStart: (event) => begin('size', card, event),
    onNudge: ({ x = 0, y = 0, w = 0, h = 0 }) => put(withPlaced(kept, card.id, { x: Math.max(0, card.x + x), y: Math.max(0, y > 0 ? card.y + card.h : card.y + y * card.h), w: card.w + w, h: card.h + h }), `place ${card.id}`),
  })
  const shown = alone === undefined ? inOrder(cards) : cards.filter(({ id }) => id === alone)
  return (
    <div className="rn-board" data-alone={shown.length === 1 && alone !== undefined} role="region" aria-label="Cards" onKeyDown={(event) => { if (event.key === 'Escape' && alone !== undefined) setAlone(undefined) }}>
      {cards.length === 0 && <Empty icon={LayoutDashboard} title="No cards" text="Curves, parallel coordinates, what mattered and other charts of these runs stand here, beside the table." action={<AddCard primary />} />}
      <div ref={ref} className="rn-cards" style={{ height: alone === undefined ? heightOf(cards) * (rowHeight + gap) - gap : '100%' }}>
        {size.width > 0 && shown.map((card) => (
          <CardSlot
            key={card.id} card={card} query={query} runs={runs} keys={keys} baseline={baseline} linked={linked} frame={frameOf(card)} moving={draft?.id === card.id}
            style={alone === card.id ? { inset: 0 } : { left: card.x * step, top: card.y * (rowHeight + gap), width: card.w * step - gap, height: card.h * (rowHeight + gap) - gap }}
            onChange={(next) => put(kept.map((one) => (one.id === card.id ? next : one)), `card ${card.id}`)} onBrush={brush} onOpenRun={(run) => desk.open('run', { run })}
          />
        ))}
      </div>
    </div>
  )
}
