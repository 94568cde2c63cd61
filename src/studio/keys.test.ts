import { expect, test } from 'vitest'
import { isForText, keyOf, plainKey } from './keys.ts'

const none = { key: '', code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

test('a pressed key is named as commands name it', () => {
  expect(keyOf({ ...none, key: 'k', code: 'KeyK', ctrlKey: true }, false)).toBe('Mod+K')
  expect(keyOf({ ...none, key: 'k', code: 'KeyK', metaKey: true }, true)).toBe('Mod+K')
  expect(keyOf({ ...none, key: '}', code: 'BracketRight', ctrlKey: true, shiftKey: true }, false)).toBe('Mod+Shift+]')
  expect(keyOf({ ...none, key: 'F6', code: 'F6', shiftKey: true }, false)).toBe('Shift+F6')
  expect(keyOf({ ...none, key: '∑', code: 'KeyW', altKey: true }, true)).toBe('Alt+W')
  expect(keyOf({ ...none, key: 'л', code: 'KeyK', ctrlKey: true }, false)).toBe('Mod+K')
})

test('the order in which a key is written does not matter', () => {
  expect([plainKey('Shift+Mod+f'), plainKey('Mod + Shift + F'), plainKey('F6')]).toEqual(['Mod+Shift+F', 'Mod+Shift+F', 'F6'])
})

test('a text field keeps its own keys', () => {
  expect(['Mod+Z', 'A', 'Shift+A', 'Delete', 'Mod+ArrowLeft', 'Enter'].map(isForText)).toEqual([true, true, true, true, true, true])
  expect(['Mod+S', 'F6', 'Escape', 'Alt+W', 'Mod+Shift+F'].map(isForText)).toEqual([false, false, false, false, false])
})
