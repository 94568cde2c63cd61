import { Card } from '../../domain/view.ts'
import type { Guess, Kind } from '../cards/card.ts'
import { kinds } from '../cards/kinds.ts'

/** A fresh card of a kind; undefined where these runs hold nothing for it. */
export function newCard(kind: Kind, { guess, id, place }: { readonly guess: Guess; readonly id: string; readonly place?: { readonly x: number; readonly y: number; readonly w: number; readonly h: number } }): Card | undefined {
  const blank = kinds[kind].blank(guess)
  const card = Card.safeParse({ id, title: '', ...(place ?? { x: 0, y: 0, ...kinds[kind].size }), ...blank })
  return blank && card.success ? card.data : undefined
}
