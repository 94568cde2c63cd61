import { z } from 'zod'

/** Something in a folder of the workspace. `path` is relative to the workspace, with `/` between its parts; the workspace itself is ``. */
export const Entry = z.object({
  path: z.string(),
  name: z.string(),
  kind: z.enum(['file', 'folder']),
  bytes: z.number(),
  /** Milliseconds since 1970. */
  modified: z.number(),
  /** A symbolic link. */
  link: z.boolean(),
  /** A link that leads nowhere or out of the workspace, which is shown but not opened. */
  astray: z.boolean(),
})
export type Entry = z.infer<typeof Entry>

export const TextFile = z.object({
  path: z.string(),
  kind: z.enum(['text', 'binary']),
  /** Without the byte-order mark; only the head when not `whole`. */
  text: z.string(),
  /** SHA-256 of the bytes on disk; null when not the whole file was read. */
  hash: z.string().nullable(),
  bytes: z.number(),
  modified: z.number(),
  whole: z.boolean(),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']),
  bom: z.boolean(),
  /** Why it cannot be edited, in words; empty when it can. */
  note: z.string(),
})
export type TextFile = z.infer<typeof TextFile>

export const Trashed = z.object({ id: z.string(), path: z.string(), kind: z.enum(['file', 'folder']), bytes: z.number(), at: z.string(), by: z.string() })
export type Trashed = z.infer<typeof Trashed>

export const Found = z.object({ path: z.string(), kind: z.enum(['file', 'folder']), /** Which characters of the path were meant. */ at: z.array(z.int()) })
export type Found = z.infer<typeof Found>
