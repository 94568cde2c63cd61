import { z } from 'zod'

export const DatasetName = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,99}$/u, 'A data set’s name begins with a letter or digit and holds letters, digits, spaces, dots, dashes and underscores, at most 100.')
export const Format = z.enum(['parquet', 'csv', 'json', 'ndjson', 'images', 'texts'])
export type Format = z.infer<typeof Format>

/** How a CSV is read; confirmed by the person, kept with the version. */
export const Dialect = z.object({
  delimiter: z.string().min(1).max(4),
  quote: z.string().max(1),
  escape: z.string().max(1),
  header: z.boolean(),
  /** Lines before the head. */
  skip: z.int().min(0),
  /** WHATWG name of the encoding, e.g. utf-8, windows-1252, shift_jis. */
  encoding: z.string(),
  nullText: z.array(z.string()),
  decimal: z.enum(['.', ',']),
  /** Between groups of thousands; absent or empty where numbers have none. */
  thousands: z.enum(['', '.', ',', ' ', "'"]).optional(),
  /** A line with too few cells is left out, or filled with missing values. */
  short: z.enum(['leave', 'fill']).optional(),
  /** A line with too many cells is left out, or loses the extra ones. */
  long: z.enum(['leave', 'cut']).optional(),
  dateFormat: z.string().optional(),
  timestampFormat: z.string().optional(),
  columns: z.array(z.object({ name: z.string(), type: z.string() })),
})
export type Dialect = z.infer<typeof Dialect>

/** What of a dialect the person has chosen; the rest is guessed. */
export const Wish = Dialect.partial()
export type Wish = z.infer<typeof Wish>

export const FieldShape = z.object({ name: z.string(), type: z.string() })
export type FieldShape = z.infer<typeof FieldShape>

/** One Parquet file of a version, in row order. */
export const Shard = z.object({ path: z.string(), rows: z.int(), first: z.int() })
export type Shard = z.infer<typeof Shard>

export const Version = z.object({
  dataset: z.string(),
  version: z.int().min(1),
  /** Of the content: the same bytes read the same way give the same one. */
  fingerprint: z.string(),
  format: Format,
  /** Path, folder or glob in the workspace that it was read from; for a published one its own folder. */
  source: z.string(),
  columns: z.array(FieldShape),
  rows: z.int(),
  bytes: z.int(),
  dialect: Dialect.nullable(),
  /** Rows of the source that could not be read as the dialect says. */
  rejects: z.int(),
  parent: z.object({ dataset: z.string(), version: z.int() }).nullable(),
  /** The recipe that made it, as JSON, and the file it stood in. */
  recipe: z.unknown(),
  recipePath: z.string().nullable(),
  by: z.string(),
  at: z.string(),
  note: z.string(),
  tags: z.array(z.string()),
})
export type Version = z.infer<typeof Version>

export const Dataset = z.object({ name: z.string(), latest: Version, versions: z.int(), created: z.string(), sourceState: z.enum(['same', 'changed', 'gone']) })
export type Dataset = z.infer<typeof Dataset>

/** A registered version as something to read: Parquet files in row order, on disk. */
export interface Relation {
  readonly version: Version
  readonly shards: readonly Shard[]
  readonly columns: readonly FieldShape[]
}
