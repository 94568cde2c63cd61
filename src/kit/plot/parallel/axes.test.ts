import { expect, test } from 'vitest'
import type { ParallelAxis } from './axes.ts'
import { brushSpan, lineNear, moved, passing, placeAxis, tickHeight } from './axes.ts'

const room = { top: 0, bottom: 100, missing: 120 }
const lr: ParallelAxis = { id: 'lr', label: 'lr', kind: 'log', values: [0.001, 0.1, null, 0.01] }
const model: ParallelAxis = { id: 'model', label: 'model', kind: 'text', values: ['gbm', 'knn', 'gbm', null] }
const auc: ParallelAxis = { id: 'auc', label: 'auc', kind: 'number', values: [0.5, 0.9, 0.7, Number.NaN] }

test('numbers, logarithms and texts have heights; what is missing lies on a tick of its own below', () => {
  const near = (heights: Float32Array) => [...heights].map((height) => Math.abs(Math.round(height)))
  expect([near(placeAxis(lr, room).heights), near(placeAxis(model, room).heights), near(placeAxis(auc, room).heights)]).toEqual([[100, 0, 120, 50], [25, 75, 25, 120], [100, 0, 50, 120]])
  expect([lr, model, auc].map((axis) => placeAxis(axis, room).missing)).toEqual([1, 1, 1])
})

test('ticks stand at their values', () => {
  expect(placeAxis(model, room).ticks.map((tick) => [tick.words, tickHeight(placeAxis(model, room), tick)])).toEqual([['gbm', 25], ['knn', 75]])
  expect(placeAxis(lr, room).ticks.map(({ words }) => words)).toContain('0.001')
})

test('a drag becomes a range of values, of texts, and takes the missing in where it reaches their tick', () => {
  expect(placeAxis(auc, room).brushOf(25, 75)).toEqual({ from: expect.closeTo(0.6, 9), to: expect.closeTo(0.8, 9) })
  expect(placeAxis(auc, room).brushOf(50, 122)).toEqual({ from: 0.5, to: expect.closeTo(0.7, 9), missing: true })
  expect(placeAxis(auc, room).brushOf(112, 125)).toEqual({ missing: true, values: [] })
  expect(placeAxis(model, room).brushOf(10, 20)).toEqual({ values: ['gbm'] })
})

test('lines pass when every brush lets them', () => {
  const placed = [lr, model, auc].map((axis) => placeAxis(axis, room))
  expect([...passing(placed, new Map([['auc', { from: 0.6, to: 1 }]]), 4)]).toEqual([0, 1, 1, 0])
  expect([...passing(placed, new Map([['auc', { from: 0.6, to: 1, missing: true }], ['model', { values: ['gbm'], missing: true }]]), 4)]).toEqual([0, 0, 1, 1])
  expect([...passing(placed, new Map([['lr', { missing: true, values: [] }]]), 4)]).toEqual([0, 0, 1, 0])
})

test('a brush is drawn over its values and down to the missing', () => {
  expect(brushSpan(placeAxis(auc, room), { from: 0.6, to: 0.8 }, room).map(Math.round)).toEqual([25, 75])
  expect(brushSpan(placeAxis(auc, room), { from: 0.6, to: 0.8, missing: true }, room)[1]).toBe(127)
  expect(brushSpan(placeAxis(model, room), { values: ['knn'] }, room)).toEqual([65, 85])
})

test('the nearest line is found between two axes, brushed-out lines aside', () => {
  const placed = [lr, auc].map((axis) => placeAxis(axis, room))
  expect(lineNear(placed, [0, 100], Uint8Array.from([1, 1, 1, 1]), [50, 98])?.line).toBe(0)
  expect(lineNear(placed, [0, 100], Uint8Array.from([0, 1, 1, 1]), [50, 98])?.line).toBe(2)
})

test('an axis moves to another place', () => {
  expect([moved(['a', 'b', 'c'], 'a', 1), moved(['a', 'b', 'c'], 'c', 0), moved(['a', 'b', 'c'], 'b', 9)]).toEqual([['b', 'a', 'c'], ['c', 'a', 'b'], ['a', 'c', 'b']])
})
