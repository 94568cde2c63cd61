import { expect, test } from 'vitest'
import { brushed, coveredBins, toggledValue, withRange } from './brush.ts'
import { emptyView } from './view.ts'

const delay = { id: 'c0', name: 'delay', type: 'INTEGER' }
const bins = [0, 10, 20].map((from) => ({ from, to: from + 10, count: 1, label: '' }))

test('bars become a range whose upper border belongs to the next bar, but for the last', () => {
  expect(brushed(delay, bins, 1, 0)).toEqual({ kind: 'between', column: 'c0', from: 0, to: 20, open: true })
  expect(brushed(delay, bins, 1, 2)).toEqual({ kind: 'between', column: 'c0', from: 10, to: 30 })
})

test('the bars of a filter are found again', () => {
  const range = brushed(delay, bins, 1, 2)
  expect(coveredBins(range ? [range] : [], delay, bins)).toEqual([1, 2])
  expect(coveredBins([], delay, bins)).toBeUndefined()
})

test('a border within a day begins with the day after it', () => {
  const noon = Date.UTC(2001, 0, 3, 12)
  const date = { id: 'c1', name: 'date', type: 'DATE' }
  expect(brushed(date, [{ from: noon, to: noon + 86_400_000, count: 1, label: '' }, { from: noon + 86_400_000, to: noon + 172_800_000, count: 1, label: '' }], 0, 0))
    .toEqual({ kind: 'between', column: 'c1', from: '2001-01-04', to: '2001-01-05', open: true })
})

test('a value is picked and let go', () => {
  const one = toggledValue(emptyView, 'c2', 'ORD')
  expect(one).toEqual({ sort: [], filter: [{ kind: 'in', column: 'c2', values: ['ORD'] }] })
  expect(toggledValue(toggledValue(one, 'c2', 'ATL'), 'c2', 'ORD').filter).toEqual([{ kind: 'in', column: 'c2', values: ['ATL'] }])
  expect(toggledValue(one, 'c2', 'ORD')).toEqual(emptyView)
})

test('a new range takes the place of the old', () => {
  const first = withRange(emptyView, 'c0', brushed(delay, bins, 0, 0))
  expect(withRange(first, 'c0', brushed(delay, bins, 2, 2)).filter).toEqual([{ kind: 'between', column: 'c0', from: 20, to: 30 }])
  expect(withRange(first, 'c0', undefined)).toEqual(emptyView)
})
