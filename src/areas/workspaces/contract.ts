import { z } from 'zod'
import { contract } from '#wire/contract.ts'

export const Theme = z.enum(['system', 'light', 'dark'])
export type Theme = z.infer<typeof Theme>
export const Density = z.enum(['compact', 'normal', 'roomy'])
export type Density = z.infer<typeof Density>

/** Keys are by command id; an empty one takes the command's key away. What we do not know is kept. */
export const Settings = z.looseObject({
  theme: Theme.default('system').describe('Light, dark, or as the system has it.'),
  density: Density.default('normal').describe('The height of rows, tabs and bars.'),
  keys: z.record(z.string(), z.string()).default({}),
})
export type Settings = z.infer<typeof Settings>
export const defaults: Settings = { theme: 'system', density: 'normal', keys: {} }

/** How a desk is arranged; the browser's own words, kept whole. */
export const Desk = z.looseObject({ layout: z.record(z.string(), z.unknown()).optional(), sides: z.record(z.string(), z.unknown()).optional() })
export type Desk = z.infer<typeof Desk>

export const SessionName = z.string().trim().min(1, 'Give the session a name.').max(80, 'A session name has at most 80 characters.')
  .regex(/^[^/\\?#%]+$/, 'A session name cannot hold / \\ ? # or %.')
export const Session = z.object({ name: z.string(), changed: z.number(), tabs: z.number() })
export type Session = z.infer<typeof Session>

export const Params = z.record(z.string(), z.string())
export const Recent = z.object({ kind: z.string(), params: Params, title: z.string(), at: z.number() })
export type Recent = z.infer<typeof Recent>

/** `changed` is undefined where git could not be asked in time. */
export const Git = z.object({ branch: z.string(), changed: z.number().optional() })
export const Workspace = z.object({ name: z.string(), path: z.string(), user: z.string(), git: Git.optional() })
export type Workspace = z.infer<typeof Workspace>

/** `cpu` is 0 to 1 over all cores since the last question; `memory` is what this server holds, in bytes. */
export const Machine = z.object({ cpu: z.number(), cores: z.number(), memory: z.number() })

/** `token` is null where nobody is asked for one. */
export const Connection = z.object({ url: z.string(), token: z.string().nullable(), tokenFile: z.string().nullable() })
export type Connection = z.infer<typeof Connection>

const nothing = z.object({}).default({})
const done = z.object({})

export const workspaces = contract('workspaces', {
  workspace: { input: nothing, output: Workspace, about: 'The folder that is open, and its git branch' },
  machine: { input: nothing, output: Machine, about: 'How busy the machine is' },
  connection: { input: nothing, output: Connection, about: 'How a script reaches this studio' },
  sessions: { input: nothing, output: z.object({ sessions: z.array(Session) }), about: 'The named desks, last changed first' },
  desk: { input: z.object({ session: SessionName }), output: z.object({ desk: Desk.optional() }), about: 'How a named desk is arranged' },
  saveDesk: {
    input: z.object({ session: SessionName, desk: Desk, /** Ids of tabs that the window had and closed; another's that it never saw are kept. */ closed: z.array(z.string()).max(5000).default([]) }),
    output: z.object({ changed: z.number(), /** Tabs of other windows that are kept with it. */ others: z.int() }),
    about: 'Keeps how a named desk is arranged, with the tabs that other windows of it opened meanwhile',
  },
  cloneSession: { input: z.object({ from: SessionName, as: SessionName }), output: done, changes: ['workspaces'], about: 'Copies a desk under a new name' },
  createSession: { input: z.object({ name: SessionName }), output: done, changes: ['workspaces'], about: 'Begins an empty desk' },
  renameSession: { input: z.object({ from: SessionName, as: SessionName }), output: done, changes: ['workspaces'], about: 'Renames a desk' },
  deleteSession: { input: z.object({ name: SessionName }), output: done, changes: ['workspaces'], about: 'Deletes a desk; files and data stay' },
  settings: { input: nothing, output: z.object({ settings: Settings, problem: z.string().optional(), path: z.string() }), about: 'The settings; a bad file is told and the defaults hold' },
  saveSettings: { input: z.object({ settings: Settings }), output: done, changes: ['workspaces'], about: 'Writes the settings file' },
  settingsFile: { input: nothing, output: z.object({ text: z.string(), hash: z.string() }), about: 'The settings file as it is' },
  saveSettingsFile: { input: z.object({ text: z.string(), hash: z.string().optional() }), output: z.object({ hash: z.string() }), changes: ['workspaces'], about: 'Writes the settings file after checking it; `hash` is what the text was based on' },
  recents: { input: nothing, output: z.object({ recents: z.array(Recent) }), about: 'What was opened last' },
  noteRecent: { input: Recent.omit({ at: true }), output: done, about: 'Remembers that something was opened' },
})
