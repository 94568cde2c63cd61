import { expect, test } from 'vitest'
import { neighbour, stacked, withAdded, without, withPlaced } from './board.ts'
import type { Place } from './board.ts'

const board: readonly Place[] = [{ id: 'a', x: 0, y: 0, w: 8, h: 9 }, { id: 'b', x: 8, y: 0, w: 4, h: 9 }, { id: 'c', x: 0, y: 9, w: 8, h: 9 }, { id: 'd', x: 8, y: 9, w: 4, h: 9 }]

function places(cards: readonly Place[]): Record<string, readonly number[]> {
  return Object.fromEntries(cards.map(({ id, x, y, w, h }) => [id, [x, y, w, h]]))
}

test('a card that grows pushes the one beside it below, and those under it further down', () => {
  expect(places(withPlaced(board, 'a', { w: 12 }))).toEqual({ a: [0, 0, 12, 9], b: [8, 9, 4, 9], c: [0, 9, 8, 9], d: [8, 18, 4, 9] })
})

test('a card moved down passes the one below once its foot is past that one’s middle', () => {
  expect(places(withPlaced(board, 'a', { y: 4 }))).toEqual(places(board))
  expect(places(withPlaced(board, 'a', { y: 5 }))).toEqual({ ...places(board), c: [0, 0, 8, 9], a: [0, 9, 8, 9] })
})

test('a card moved up takes the place of the one above', () => {
  expect(places(withPlaced(board, 'd', { y: 4 }))).toEqual({ ...places(board), d: [8, 0, 4, 9], b: [8, 9, 4, 9] })
})

test('a card stays within the twelve columns, and has a least and a greatest size', () => {
  expect(places(withPlaced(board, 'd', { x: 30, w: 1, h: 99 }))['d']).toEqual([10, 9, 2, 40])
})

test('a card that is removed leaves no hole', () => {
  expect(places(without(board, 'a'))).toEqual({ b: [8, 0, 4, 9], c: [0, 0, 8, 9], d: [8, 9, 4, 9] })
})

test('a new card takes the first place that is free, or stands below all', () => {
  expect(places(withAdded(without(board, 'd'), { id: 'e', x: 0, y: 0, w: 4, h: 4 }))['e']).toEqual([8, 9, 4, 4])
  expect(places(withAdded(board, { id: 'e', x: 0, y: 0, w: 6, h: 4 }))['e']).toEqual([0, 18, 6, 4])
})

test('where there is no room beside, cards stand under each other in the order they are read', () => {
  expect(places(stacked(board))).toEqual({ a: [0, 0, 12, 9], b: [0, 9, 12, 9], c: [0, 18, 12, 9], d: [0, 27, 12, 9] })
})

test('the next card is the one read after it', () => {
  expect([neighbour(board, 'a', 'next')?.id, neighbour(board, 'c', 'previous')?.id, neighbour(board, 'd', 'next')]).toEqual(['b', 'b', undefined])
})
