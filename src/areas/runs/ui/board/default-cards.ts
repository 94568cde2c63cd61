import type { Card } from '../../domain/view.ts'
import type { Guess } from '../cards/card.ts'
import { newCard } from './new-card.ts'

/** What an experiment shows before anybody arranged it: the course of its main metric (bars where runs have one point each), its params, what mattered, and two metrics against each other. */
export function defaultCards(guess: Guess): readonly Card[] {
  const kinds = [guess.curve === undefined ? 'bar' : 'curves', 'importance', 'parallel', 'scatter'] as const
  const first = { x: 0, y: 0, w: 8, h: 9 }
  const place = { curves: first, bar: first, importance: { x: 8, y: 0, w: 4, h: 9 }, parallel: { x: 0, y: 9, w: 8, h: 9 }, scatter: { x: 8, y: 9, w: 4, h: 9 } }
  return kinds.flatMap((kind) => newCard(kind, { guess, id: kind, place: place[kind] }) ?? [])
}
