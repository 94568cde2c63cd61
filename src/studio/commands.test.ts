import { expect, test } from 'vitest'
import { QueryClient } from '@tanstack/react-query'
import { defaults } from '#areas/workspaces/contract.ts'
import type { Desk } from '#kit/desk.ts'
import { subscribable } from '#lib/subscribable.ts'
import { areas } from './areas.ts'
import { openCommands } from './commands.ts'
import { openDock } from './dock/dock.ts'
import { openMoves } from './dock/moves.ts'
import { openNotices } from './notices.ts'
import { ownCommands } from './own-commands.ts'
import type { SessionAct } from './session-act.ts'
import { openSides } from './sides.ts'

const desk: Desk = { open: () => {}, openFile: () => {}, openersOf: () => [], run: () => {}, notify: () => {}, addressOf: () => '', theme: 'light', answer: () => () => {}, hear: () => () => {} }

function opening(mine: Record<string, string> = {}) {
  const done: string[] = []
  let kind = 'text'
  const opened = openCommands({
    specs: [
      { id: 'studio.find', title: 'Find', key: 'Mod+F', run: () => { done.push('studio') } },
      { id: 'text.save', title: 'Save', key: 'Mod+S Mod+Enter', panel: 'text' },
      { id: 'text.find', title: 'Find in the file', key: 'Mod+F', panel: 'text', run: () => { done.push('text') } },
    ],
    keys: () => mine,
    activeKind: () => kind,
  })
  return { opened, done, leave: () => { kind = 'home' } }
}

test('a panel’s command is offered while its panel is in front and answers', () => {
  const { opened, done, leave } = opening()
  expect(opened.offered().map(({ id }) => id)).toEqual(['studio.find', 'text.find'])
  const back = opened.answer('text.save', () => { done.push('saved') })
  expect([opened.run('text.save', desk), done]).toEqual([true, ['saved']])
  expect(opened.byKey('Mod+Enter')?.id).toBe('text.save')
  leave()
  expect(opened.run('text.save', desk)).toBe(false)
  back()
  expect(opened.byKey('Mod+F')?.id).toBe('studio.find')
})

test('the panel in front goes before the studio on the same key', () => {
  expect(opening().opened.byKey('Mod+F')?.id).toBe('text.find')
})

test('one’s own keys go before the built-in ones, and clashes are told', () => {
  const { opened } = opening({ 'studio.find': 'Alt+F', 'text.find': '' })
  expect([opened.byKey('Alt+F')?.id, opened.byKey('Mod+F')?.id]).toEqual(['studio.find', undefined])
  const [find] = opened.specs
  expect(find && opened.clashes(find, 'mod+s').map(({ id }) => id)).toEqual([])
  expect(find && opened.clashes(find, 'Mod+S').map(({ id }) => id)).toEqual(['text.save'])
})

test('what only its own views answer does not clash with another panel’s command', () => {
  const commands = openCommands({
    specs: [{ id: 'files.save', title: 'Save the file', key: 'Mod+S' }, { id: 'runs.save', title: 'Save the view', key: 'Mod+S', panel: 'runs' }, { id: 'runs.store', title: 'Store', key: 'Mod+S', panel: 'runs' }],
    keys: () => ({}), activeKind: () => 'runs',
  })
  expect(commands.specs.map((spec) => commands.clashes(spec, 'Mod+S').map(({ id }) => id))).toEqual([[], ['runs.store'], ['runs.save']])
})

test('no two built-in commands answer one key in the same place', () => {
  const dock = openDock({ layout: undefined, panelOf: () => undefined, first: [] })
  const own = ownCommands({
    dock, moves: openMoves(dock), sides: openSides(undefined, null), notices: openNotices(), settings: subscribable(defaults), palette: subscribable(false), theme: subscribable<'light' | 'dark'>('light'),
    queries: new QueryClient(), workspace: { name: 'flights', path: '/flights', user: 'ana' }, session: 'default', sessionAct: subscribable<SessionAct | undefined>(undefined),
  })
  const commands = openCommands({ specs: [...own, ...areas.flatMap((area) => area.commands ?? [])], keys: () => ({}), activeKind: () => undefined })
  expect(commands.specs.flatMap((spec) => commands.keysOf(spec).flatMap((key) => commands.clashes(spec, key).map(({ id }) => `${key}: ${spec.id}, ${id}`)))).toEqual([])
  expect(commands.specs.length).toBeGreaterThan(60)
})
