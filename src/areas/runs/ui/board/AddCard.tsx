import { LayoutDashboard, Plus } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { Menu } from '#kit/Menu.tsx'
import { withAdded } from '../../domain/board.ts'
import type { Kind } from '../cards/card.ts'
import { kinds } from '../cards/kinds.ts'
import { useBench } from '../view/bench.ts'
import { defaultCards } from './default-cards.ts'
import { newCard } from './new-card.ts'

const order: readonly Kind[] = ['curves', 'parallel', 'scatter', 'importance', 'bar', 'box', 'images', 'note']

/** Offers the kinds of cards; those that these runs hold nothing for cannot be chosen. */
export function AddCard({ primary = false }: { readonly primary?: boolean }) {
  const { state: { cards }, change, guess, linked } = useBench()
  const add = (kind: Kind) => () => {
    const card = newCard(kind, { guess, id: crypto.randomUUID().slice(0, 8) })
    if (!card) return
    change({ cards: [...withAdded(cards, card)] })
    linked.added.set(card.id)
  }
  const items = [
    ...order.map((kind) => ({ id: kind, label: kinds[kind].title, icon: kinds[kind].icon, disabled: kinds[kind].blank(guess) === undefined, run: add(kind) })),
    { kind: 'line' as const },
    { id: 'usual', label: 'The usual cards', icon: LayoutDashboard, run: () => change({ cards: [...defaultCards(guess)] }) },
  ]
  return (
    <Menu label="New card" placement="bottom end" items={items}>
      {primary ? <Button variant="primary" icon={Plus}>Add a card</Button> : <Button variant="ghost" icon={Plus} label="Add a card" />}
    </Menu>
  )
}
