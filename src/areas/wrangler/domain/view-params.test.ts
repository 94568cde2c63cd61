import { expect, test } from 'vitest'
import { emptyView } from './view.ts'
import { viewOf, viewOver, viewText, withSortPressed } from './view-params.ts'

const view = { sort: [{ column: 'c0', descending: true, nullsFirst: false }], filter: [{ kind: 'missing' as const, column: 'c1' }] }

test('a view goes into an address and comes back', () => {
  expect(viewOf(viewText(view))).toEqual(view)
  expect(viewText(emptyView)).toBe('')
  expect(viewOf('{broken')).toEqual(emptyView)
  expect(viewOf('{"sort":[{"column":"DROP TABLE"}]}')).toEqual(emptyView)
})

test('what a view asks of columns that are gone is left out', () => {
  expect(viewOver(view, [{ id: 'c0', name: 'a', type: 'INTEGER' }])).toEqual({ sort: view.sort, filter: [] })
})

test('pressing a head turns the order round and then takes it away', () => {
  const down = withSortPressed([], 'c0', false)
  expect(down).toEqual([{ column: 'c0', descending: true, nullsFirst: false }])
  const up = withSortPressed(down, 'c0', false)
  expect(up).toEqual([{ column: 'c0', descending: false, nullsFirst: false }])
  expect(withSortPressed(up, 'c0', false)).toEqual([])
  expect(withSortPressed(down, 'c1', true)).toEqual([...down, { column: 'c1', descending: true, nullsFirst: false }])
})
