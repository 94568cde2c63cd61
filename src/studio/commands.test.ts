import { expect, test } from 'vitest'
import { openCommands } from './commands.ts'
import type { Desk } from '#kit/desk.ts'

const desk: Desk = { open: () => {}, openFile: () => {}, openersOf: () => [], run: () => {}, notify: () => {}, addressOf: () => '', theme: 'light', answer: () => () => {} }

function commands(mine: Record<string, string> = {}) {
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
  const { opened, done, leave } = commands()
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
  expect(commands().opened.byKey('Mod+F')?.id).toBe('text.find')
})

test('one’s own keys go before the built-in ones, and clashes are told', () => {
  const { opened } = commands({ 'studio.find': 'Alt+F', 'text.find': '' })
  expect([opened.byKey('Alt+F')?.id, opened.byKey('Mod+F')?.id]).toEqual(['studio.find', undefined])
  const [find] = opened.specs
  expect(find && opened.clashes(find, 'mod+s').map(({ id }) => id)).toEqual([])
  expect(find && opened.clashes(find, 'Mod+S').map(({ id }) => id)).toEqual(['text.save'])
})
