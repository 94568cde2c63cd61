import { expect, test } from 'vitest'
import { emptyLayout, placed } from './layout.ts'
import { needOf } from './need.ts'
import type { GridColumn } from './types.ts'

const columns = ['a', 'b', 'c', 'd'].map((id): GridColumn => ({ id, name: id, type: 'DATE', family: 'date' }))
const scene = { placed: placed(columns, { ...emptyLayout, pinned: ['c'] }, 500), rowCount: 1_000 }
const frame = { rows: { from: 970, to: 990 }, cols: { from: 2, to: 3 } }

test('two windows are fetched ahead where one is going, within the table', () => {
  expect(needOf(scene, frame, 'down')).toEqual({ visible: { from: 970, to: 990 }, from: 970, to: 1_000, columns: ['c', 'b'], direction: 'down' })
  expect(needOf(scene, frame, 'up').from).toBe(930)
})

test('at rest one window on either side is fetched', () => {
  const { from, to } = needOf(scene, frame, 'none')
  expect([from, to]).toEqual([950, 1_000])
})
