import { expect, test } from 'vitest'
import { withOtherTabs } from './other-tabs.ts'

const tab = (id: string, component: string, config: object = {}) => ({ type: 'tab', id, component, config })
const group = (...children: object[]) => ({ type: 'tabset', children })
const row = (...children: object[]) => ({ type: 'row', children })

test('tabs that another window opened go into the first group', () => {
  const mine = row(row(group(tab('h', 'home'))), group(tab('a', 'text', { path: 'a' })))
  const stored = row(group(tab('h', 'home'), tab('b', 'text', { path: 'b' })))
  expect(withOtherTabs({ mine, stored, closed: [] })).toEqual({ layout: row(row(group(tab('h', 'home'), tab('b', 'text', { path: 'b' }))), group(tab('a', 'text', { path: 'a' }))), others: 1 })
})

test('what this window closed, has, or shows under another id does not come back', () => {
  const mine = row(group(tab('h', 'home'), tab('a', 'text', { path: 'a' })))
  const stored = row(group(tab('h', 'home'), tab('x', 'text', { path: 'x' }), tab('other', 'text', { path: 'a' }), { type: 'tab', component: 'text' }))
  expect(withOtherTabs({ mine, stored, closed: ['x'] })).toEqual({ layout: mine, others: 0 })
})

test('what is no layout is left as it is', () => {
  expect([withOtherTabs({ mine: undefined, stored: row(group(tab('a', 'text'))), closed: [] }), withOtherTabs({ mine: row(group()), stored: { odd: true }, closed: [] })])
    .toEqual([{ layout: undefined, others: 1 }, { layout: row(group()), others: 0 }])
})
