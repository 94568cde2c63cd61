import { expect, test } from 'vitest'
import { openDock } from './dock.ts'
import { openMoves } from './moves.ts'
import type { PanelSpec } from '#kit/desk.ts'

const spec = { icon: () => null, view: () => null, place: 'main' } as const
const specs: Record<string, PanelSpec> = {
  home: { ...spec, kind: 'home', title: () => 'Home' },
  text: { ...spec, kind: 'text', title: ({ path }) => path ?? '', identity: ['path'] },
}

function dock(layout?: unknown) {
  return openDock({ layout, panelOf: (kind) => specs[kind], first: [{ kind: 'home', params: {} }] })
}

test('opening what is open brings it to the front with the new params', () => {
  const desk = dock()
  desk.open({ kind: 'text', params: { path: 'a.py' } })
  desk.open({ kind: 'home', params: {} })
  desk.open({ kind: 'text', params: { path: 'a.py', line: '7' } })
  expect(desk.tabs().map(({ kind, params }) => ({ kind, params }))).toEqual([{ kind: 'home', params: {} }, { kind: 'text', params: { path: 'a.py', line: '7' } }])
  expect(desk.active()?.title).toBe('a.py')
})

test('a desk comes back from what it wrote, and from rubbish a fresh one', () => {
  const desk = dock()
  desk.open({ kind: 'text', params: { path: 'a.py' } }, { beside: true })
  const again = dock(JSON.parse(JSON.stringify(desk.json())))
  expect(again.tabs()).toEqual(desk.tabs())
  expect(dock({ layout: 7 }).tabs().map(({ kind }) => kind)).toEqual(['home'])
  expect(dock({ layout: { type: 'nonsense', children: 3 } }).tabs().map(({ kind }) => kind)).toEqual(['home'])
})

test('a closed tab can be reopened, a dirty one asks first', () => {
  const desk = dock()
  desk.open({ kind: 'text', params: { path: 'a.py' } })
  const id = desk.active()?.id ?? ''
  desk.markDirty(id, true)
  desk.askToClose(id)
  expect([desk.tabs().length, desk.asks.get()?.title]).toEqual([2, 'a.py'])
  desk.close(id)
  expect(desk.tabs().map(({ kind }) => kind)).toEqual(['home'])
  desk.reopen()
  expect(desk.active()?.params).toEqual({ path: 'a.py' })
})

test('the keyboard steps, moves and splits', () => {
  const desk = dock()
  const moves = openMoves(desk)
  desk.open({ kind: 'text', params: { path: 'a' } })
  desk.open({ kind: 'text', params: { path: 'b' } })
  const titles = () => desk.tabs().map(({ title }) => title)
  moves.moveLeft()
  expect(titles()).toEqual(['Home', 'b', 'a'])
  moves.next()
  expect(desk.active()?.title).toBe('a')
  moves.next()
  expect(desk.active()?.title).toBe('Home')
  moves.moveRight()
  expect(titles()).toEqual(['b', 'Home', 'a'])
  moves.splitRight()
  expect(desk.model.getRootRow()?.getChildren().length).toBe(2)
  moves.moveLeft()
  expect([titles(), desk.active()?.title]).toEqual([['b', 'a', 'Home'], 'Home'])
  expect(desk.model.getRootRow()?.getChildren().length).toBe(1)
})
