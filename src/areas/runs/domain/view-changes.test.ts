import { expect, test } from 'vitest'
import { ViewState } from './view.ts'
import { changesOf, changesText, realChanges, viewWith } from './view-changes.ts'

const base = ViewState.parse({ query: { experiments: ['1', '2'] }, columns: ['metrics.auc'] })

test('only what differs from the view by itself stands in the address, and the address gives it back', () => {
  const changes = realChanges(base, { filter: 'metrics.auc > 0.7', columns: ['metrics.auc'], group: ['params.model'], split: 0.5, baseline: null })
  expect(changes).toEqual({ filter: 'metrics.auc > 0.7', group: ['params.model'] })
  expect(changesOf(changesText(changes))).toEqual(changes)
  expect(viewWith(base, changes)).toEqual({ ...base, query: { ...base.query, filter: 'metrics.auc > 0.7' }, group: ['params.model'] })
})

test('no change is no text', () => {
  expect([changesText({}), changesOf(undefined), changesOf('')]).toEqual(['', {}, {}])
})

test('members that cannot be read are left out, the others count', () => {
  expect(changesOf('{"filter":7,"group":["params.lr"],"cards":[{"kind":"pie"}],"unknown":1}')).toEqual({ group: ['params.lr'] })
  expect(changesOf('{"filter":')).toEqual({})
})

test('an empty list is a change too: no card is wanted where there are some by themselves', () => {
  const drawn = ViewState.parse({ ...base, cards: [{ id: 'n', kind: 'note', text: '', x: 0, y: 0, w: 4, h: 4 }] })
  expect(viewWith(drawn, realChanges(drawn, { cards: [] })).cards).toEqual([])
})
