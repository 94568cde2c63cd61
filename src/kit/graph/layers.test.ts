import { expect, test } from 'vitest'
import { layersOf } from './layers.ts'

const edge = (text: string) => { const [from = '', to = ''] = text.split('>'); return { from, to } }
const drawn = (ids: string, edges: readonly string[]) => Object.fromEntries(layersOf(ids.split(''), edges.map(edge)).map(({ id, layer, row }) => [id, [layer, row]]))

test('each node stands right of what it comes from, sources right before what needs them', () => {
  expect(drawn('abcde', ['a>b', 'b>c', 'c>d', 'e>d'])).toEqual({ a: [0, 0], b: [1, 0], c: [2, 0], e: [2, 1], d: [3, 0] })
})

test('lines are not crossed where they need not be', () => {
  expect(drawn('abxy', ['a>y', 'b>x'])).toEqual({ a: [0, 1], b: [0, 0], x: [1, 0], y: [1, 1] })
})

test('a circle is drawn all the same, and edges to nowhere are passed over', () => {
  expect(drawn('abc', ['a>b', 'b>c', 'c>a', 'a>z', 'a>a'])).toEqual({ a: [0, 0], b: [1, 0], c: [2, 0] })
})
