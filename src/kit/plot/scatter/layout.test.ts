import { expect, test } from 'vitest'
import type { Mark } from './layout.ts'
import { layScatter, markNear, markTowards } from './layout.ts'

const marks: readonly Mark[] = [[1, 10], [2, 20], [3, 10], [2, 5]].map(([x = 0, y = 0], i) => ({ id: String(i), name: String(i), colour: 'red', x, y }))
const layout = layScatter(marks, { x: { name: 'x' }, y: { name: 'y' } }, { width: 400, height: 300 })

test('marks lie within the chart, low values at the left and at the bottom', () => {
  const [first, second] = marks.map((mark) => [layout.x.at(mark.x), layout.y.at(mark.y)])
  expect(first?.[0]).toBeGreaterThan(layout.left)
  expect(second?.[1]).toBeLessThan(first?.[1] ?? 0)
  expect(second?.[1]).toBeGreaterThan(layout.top)
})

test('an axis of texts has a tick for each', () => {
  expect(layScatter(marks, { x: { name: 'x', texts: ['a', 'b', 'c', 'd'] }, y: { name: 'y' } }, { width: 400, height: 300 }).xTicks).toEqual(['a', 'b', 'c', 'd'].map((words, at) => ({ at, words })))
})

test('the pointer finds the nearest mark within its reach, arrow keys the next one ahead', () => {
  const [first] = marks
  if (!first) throw new Error('no mark')
  expect([markNear(marks, layout, [layout.x.at(1) + 5, layout.y.at(10)], 12)?.id, markNear(marks, layout, [layout.x.at(1) + 50, layout.y.at(10)], 12)]).toEqual(['0', undefined])
  expect([markTowards(marks, layout, first, [1, 0]).id, markTowards(marks, layout, first, [-1, 0]).id, markTowards(marks, layout, first, [0, -1]).id]).toEqual(['2', '0', '1'])
})
