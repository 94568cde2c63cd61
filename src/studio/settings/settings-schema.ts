import { z } from 'zod'
import { Settings } from '#areas/workspaces/contract.ts'
import type { TextSchema } from '#kit/code/schema.ts'
import type { CommandSpec } from '#kit/desk.ts'

/** A key such as `Mod+Shift+K`, several with spaces between them, or nothing. */
const keyWords = String.raw`^$|^((Mod|Ctrl|Alt|Shift)\+)*([^\s+]+|\+)( ((Mod|Ctrl|Alt|Shift)\+)*([^\s+]+|\+))*$`

/** What the settings file may hold, with every command by its id. */
export function settingsSchema(commands: readonly CommandSpec[]): TextSchema {
  const { $schema: _, ...settings } = z.toJSONSchema(Settings, { io: 'input' })
  const keys = {
    type: 'object',
    description: 'Your own keys by command. Mod is Ctrl, on a Mac Command. An empty text takes the key away.',
    properties: Object.fromEntries(commands.map(({ id, title, key = '' }) => [id, { type: 'string', description: title, default: key, pattern: keyWords, patternErrorMessage: 'A key is written as Mod+Shift+K; several with spaces between them.' }])),
    additionalProperties: { doNotSuggest: true, type: 'string', deprecationMessage: 'There is no command of that name in this Atelier.' },
  }
  return { name: 'settings', schema: { ...settings, properties: { ...settings.properties, keys } } }
}
