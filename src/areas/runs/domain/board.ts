import { never } from '#lib/never.ts'

export const boardColumns = 12

/** Where a card stands on the board: columns and rows of its grid. */
export interface Place { readonly id: string; readonly x: number; readonly y: number; readonly w: number; readonly h: number }

const least = { w: 2, h: 3 }
const most = { h: 40 }

/** A card moved or sized; those it now covers make room below, and nothing hangs in the air. Moving down it passes a card when its foot is past that one's middle. */
export function withPlaced<P extends Place>(cards: readonly P[], id: string, to: Partial<Omit<Place, 'id'>>): readonly P[] {
  const moved = cards.find((card) => card.id === id)
  if (!moved) return cards
  const w = between(to.w ?? moved.w, least.w, boardColumns)
  const h = between(to.h ?? moved.h, least.h, most.h)
  const placed = { ...moved, w, h, x: between(to.x ?? moved.x, 0, boardColumns - w), y: Math.max(0, to.y ?? moved.y) }
  const rank = placed.y > moved.y ? placed.y + h : placed.y
  return settled(cards.map((card) => (card.id === id ? placed : card)), (card) => (card.id === id ? rank : middle(card)))
}

/** A card beside the others: in the first free place that takes it. */
export function withAdded<P extends Place>(cards: readonly P[], card: P): readonly P[] {
  return [...cards, { ...card, ...freePlace(cards, card) }]
}

export function without<P extends Place>(cards: readonly P[], id: string): readonly P[] {
  return settled(cards.filter((card) => card.id !== id), middle)
}

/** Rows that the board needs. */
export function heightOf(cards: readonly Place[]): number {
  return Math.max(0, ...cards.map(({ y, h }) => y + h))
}

/** An order to read in: from the top, then from the left. */
export function inOrder<P extends Place>(cards: readonly P[]): readonly P[] {
  return cards.toSorted((a, b) => a.y - b.y || a.x - b.x)
}

/** One card under the other, as wide as the board: what is read where there is no room beside. */
export function stacked<P extends Place>(cards: readonly P[]): readonly P[] {
  const order = inOrder(cards)
  return order.map((card, i) => ({ ...card, x: 0, w: boardColumns, y: order.slice(0, i).reduce((sum, { h }) => sum + h, 0) }))
}

/** The card next to one in a direction, for the keyboard. */
export function neighbour<P extends Place>(cards: readonly P[], id: string, way: 'next' | 'previous'): P | undefined {
  const order = inOrder(cards)
  const at = order.findIndex((card) => card.id === id)
  switch (way) {
    case 'next': return order[at + 1]
    case 'previous': return order[at - 1]
    default: return never(way)
  }
}

function settled<P extends Place>(cards: readonly P[], rank: (card: P) => number): readonly P[] {
  const order = cards.toSorted((a, b) => rank(a) - rank(b) || a.x - b.x)
  const done: P[] = []
  for (const card of order) done.push({ ...card, y: lowest(done, card) })
  const byId = new Map(done.map((card) => [card.id, card]))
  return cards.map((card) => byId.get(card.id) ?? card)
}

/** The highest row at which the card rests on the others without covering one. */
function lowest(done: readonly Place[], card: Place): number {
  const under = done.filter((other) => other.x < card.x + card.w && card.x < other.x + other.w)
  return Math.max(0, ...under.map(({ y, h }) => y + h))
}

function middle({ y, h }: Place): number {
  return y + h / 2
}

function freePlace(cards: readonly Place[], { w, h }: Place): { readonly x: number; readonly y: number } {
  const bottom = heightOf(cards)
  for (let y = 0; y < bottom; y++) {
    for (let x = 0; x + w <= boardColumns; x++) {
      if (cards.every((card) => card.x >= x + w || x >= card.x + card.w || card.y >= y + h || y >= card.y + card.h)) return { x, y }
    }
  }
  return { x: 0, y: bottom }
}

function between(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, Math.round(value)))
}
