import { expect, test } from 'vitest'
import { settingsSchema } from './settings-schema.ts'

test('the schema of the settings file names the values and every command with its key', () => {
  const { schema } = settingsSchema([{ id: 'studio.home', title: 'Home', key: 'Alt+Shift+H' }])
  expect(schema).toMatchObject({
    type: 'object',
    properties: { theme: { enum: ['system', 'light', 'dark'], default: 'system' }, keys: { properties: { 'studio.home': { description: 'Home', default: 'Alt+Shift+H' } } } },
  })
})

test('keys are checked as they are written', () => {
  const { schema } = settingsSchema([{ id: 'a', title: 'A' }])
  const { properties: { keys: { properties: { a: { pattern } } } } } = JSON.parse(JSON.stringify(schema))
  const keys = { '': true, 'Mod+K': true, 'Mod+Shift+C Mod+K': true, 'F6': true, 'Alt++': true, 'Mod+': false, 'Ctrl K ': false, 'Strg+K': false, 'K+Mod': false }
  expect(Object.fromEntries(Object.keys(keys).map((key) => [key, new RegExp(pattern).test(key)]))).toEqual(keys)
})
