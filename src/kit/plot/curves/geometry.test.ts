import { expect, test } from 'vitest'
import { scaleOf } from '../scale.ts'
import type { CurveLine } from './curve-line.ts'
import { heightAt, linesNear, nearestIndex, sceneEnds, stepAlong, zoomedAbout } from './geometry.ts'

const a: CurveLine = { key: 'a', id: 'a', name: 'a', colour: 'red', x: [0, 10, 20, 30], y: [1, 2, 3, 4], low: [1, 2, -7, 4], high: [1, 2, 9, 4] }
const b: CurveLine = { key: 'b', id: 'b', name: 'b', colour: 'red', x: [0, 10], y: [5, 6] }
const plain = { kind: 'number', logX: false, logY: false, range: undefined } as const

test('the axes reach over all lines and the extremes of their buckets', () => {
  expect(sceneEnds({ ...plain, lines: [a, b] })).toEqual({ x: [0, 30], y: [-7 - 0.64, 9 + 0.64] })
  expect(sceneEnds({ ...plain, lines: [] })).toBeUndefined()
})

test('amounts are drawn from 0, unless some are below it', () => {
  expect([sceneEnds({ ...plain, lines: [b], fromZero: true })?.y, sceneEnds({ ...plain, lines: [{ ...b, y: [0, 0] }], fromZero: true })?.y]).toEqual([[0, 6.24], [0, 1]])
  expect(sceneEnds({ ...plain, lines: [a], fromZero: true })?.y[0]).toBeLessThan(-7)
})

test('a zoomed y fits what is in sight, one point beyond each side included; a log axis leaves out what is not above 0', () => {
  expect(sceneEnds({ ...plain, lines: [b], range: [4, 9] })).toEqual({ x: [4, 9], y: [4.96, 6.04] })
  expect(sceneEnds({ ...plain, logX: true, logY: true, lines: [a] })?.x).toEqual([10, 30])
  expect(sceneEnds({ ...plain, logY: true, lines: [a] })?.y[0]).toBeGreaterThan(0.9)
})

test('the nearest point and the height between points are found', () => {
  expect([-5, 4, 6, 15, 99].map((x) => nearestIndex(a.x, x))).toEqual([0, 0, 1, 1, 3])
  expect([nearestIndex([], 3), heightAt(a, 15), heightAt(a, -1), heightAt(a, 99)]).toEqual([-1, 2.5, 1, 4])
})

test('lines are told by their distance in pixels; one that has ended before is not there', () => {
  const scales = { x: scaleOf({ low: 0, high: 30, from: 0, to: 300 }), y: scaleOf({ low: 0, high: 10, from: 100, to: 0 }) }
  expect(linesNear([a, b], scales, [50, 50]).map(({ line, index, distance }) => [line.key, index, distance])).toEqual([['b', 0, 5], ['a', 0, 35]])
  expect(linesNear([a, b], scales, [200, 60]).map(({ line }) => line.key)).toEqual(['a'])
})

test('arrow keys go from point to point, zooming keeps the place under the cursor', () => {
  expect([stepAlong(a, 11, 1, false), stepAlong(a, 0, -1, false)]).toEqual([20, 0])
  expect(zoomedAbout([0, 100], 25, 0.5, [0, 100])).toEqual([12.5, 62.5])
  expect(zoomedAbout([12.5, 62.5], 25, 2, [0, 100])).toBeUndefined()
  expect(zoomedAbout([80, 100], 99, 2, [0, 100])).toEqual([60, 100])
})
