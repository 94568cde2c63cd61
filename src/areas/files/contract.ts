import { z } from 'zod'
import { contract } from '#wire/contract.ts'
import { Entry, Found, TextFile, Trashed } from './domain/entry.ts'

const At = z.object({ path: z.string() })
const changes = ['files']

export const files = contract('files', {
  list: { input: z.object({ folder: z.string().default('') }), output: z.object({ entries: z.array(Entry), /** What is wrong with the watch over the folder, in words; empty when changes appear at once. */ notice: z.string() }), about: 'What a folder of the workspace holds, in natural order.' },
  stat: { input: At, output: Entry.nullable(), about: 'One file or folder; null when there is none.' },
  taken: { input: z.object({ paths: z.array(z.string()).max(10_000) }), output: z.array(z.string()), about: 'Which of the paths exist already.' },
  search: { input: z.object({ text: z.string().max(200), limit: z.int().min(1).max(1000).default(200) }), output: z.object({ found: z.array(Found), /** True when the workspace holds more paths than are searched. */ partial: z.boolean() }), about: 'Paths that fit the typed letters, the best first.' },
  read: { input: At, output: TextFile, about: 'A text file with the hash of its content; the head of one past 5 MB.' },
  write: { input: z.object({ path: z.string(), text: z.string(), bom: z.boolean().default(false), expected: z.string().nullable() }), output: z.object({ hash: z.string(), bytes: z.number(), modified: z.number() }), changes, about: 'Saves a text file if its content hash is still the expected one (null: it must not exist yet).' },
  create: { input: z.object({ path: z.string(), kind: z.enum(['file', 'folder']) }), output: Entry, changes, about: 'Makes an empty file or a folder.' },
  move: { input: z.object({ from: z.string(), to: z.string() }), output: Entry, changes, about: 'Renames or moves; never onto something that exists.' },
  copy: { input: z.object({ from: z.string(), to: z.string().optional() }), output: Entry, changes, about: 'Copies; without `to` beside the original under a free name.' },
  trash: { input: z.object({ paths: z.array(z.string()).min(1).max(10_000) }), output: z.array(Trashed), changes, about: 'Moves files and folders into the trash.' },
  restore: { input: z.object({ ids: z.array(z.string()).min(1) }), output: z.array(Entry), changes, about: 'Takes things back out of the trash.' },
  trashed: { input: z.object({}), output: z.array(Trashed), about: 'What is in the trash, the newest first.' },
  empty: { input: z.object({ ids: z.array(z.string()).optional() }), output: z.object({ removed: z.int() }), changes, about: 'Deletes what is in the trash for good, or only those ids.' },
})
