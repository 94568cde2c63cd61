import { z } from 'zod'
import { contract } from '#wire/contract.ts'
import { Analysis } from './domain/analysis.ts'
import { Column, ColumnId } from './domain/columns.ts'
import { Head, Profile, Scope } from './domain/profile.ts'
import { Recipe } from './domain/recipe.ts'
import { View } from './domain/view.ts'

/** `upTo` names a step: the rows as they stand after it (`source`: before all); absent: after the last. */
const At = z.object({ recipe: Recipe, upTo: z.string().optional(), view: View.default({ sort: [], filter: [] }) })
const JobId = z.object({ job: z.string() })

/** Why an answer is not there yet. */
export const Wait = z.object({ reason: z.string(), progress: z.number().nullable(), job: z.string().nullable() })
export type Wait = z.infer<typeof Wait>

export const StepState = z.object({
  id: z.string(),
  title: z.string(),
  says: z.string(),
  columns: z.array(Column),
  problem: z.object({ message: z.string(), where: z.string().optional() }).nullable(),
  notes: z.array(z.string()),
  enabled: z.boolean(),
  /** True while a step before it, or it itself, is still learning: what it makes is not known yet. */
  pending: z.boolean(),
})
export type StepState = z.infer<typeof StepState>

export const Grid = z.object({
  columns: z.array(Column),
  /** The wanted columns of each row, in the order asked; texts over 1,000 characters are cut and end in `…`. */
  rows: z.array(z.array(z.unknown())),
  /** Row number in the data before the view, for each row. */
  rids: z.array(z.int()),
  /** By row, the wanted columns (by index) that `draft` changed, and those whose value it could not convert. */
  changed: z.array(z.array(z.int())),
  failed: z.array(z.array(z.int())),
  /** Rows in all; null while it is being counted. */
  total: z.int().nullable(),
  /** Rows of the source. */
  of: z.int(),
  wait: Wait.nullable(),
  ms: z.number(),
})
export type Grid = z.infer<typeof Grid>

export const Effect = z.object({
  before: z.int(), after: z.int(), removed: z.int(), added: z.int(),
  /** Changed values of columns that were there before; null where they were not compared. */
  cells: z.int().nullable(),
  failed: z.int(),
  /** The same rows in another order. */
  reordered: z.boolean(),
  columns: z.array(z.object({ id: ColumnId, name: z.string(), changed: z.int(), failed: z.int(), made: z.boolean() })),
  gone: z.array(z.string()),
  broken: z.int(),
  /** How rows multiply, where they can; null of an as-of join. */
  matches: z.object({ none: z.int().nullable(), most: z.int().nullable() }).nullable(),
  scope: Scope, ms: z.number(),
})
export type Effect = z.infer<typeof Effect>

export const wrangler = contract('wrangler', {
  start: { input: z.object({ dataset: z.string(), version: z.int().optional() }), output: z.object({ recipe: Recipe, columns: z.array(Column), rows: z.int(), version: z.int() }), about: 'A recipe with no steps over a data set, whose columns bear the ids that the recipe gives them.' },
  open: { input: z.object({ path: z.string() }), output: z.object({ recipe: Recipe, hash: z.string(), missing: z.array(z.string()) }), about: 'A recipe file; `missing` names the columns of it that the data set no longer has.' },
  save: { input: z.object({ path: z.string(), recipe: Recipe, hash: z.string().nullable() }), output: z.object({ hash: z.string() }), changes: ['files'], about: 'Saves a recipe; refused as a conflict when the file is not the one of that hash.' },
  plan: { input: z.object({ recipe: Recipe }), output: z.object({ source: z.array(Column), steps: z.array(StepState), columns: z.array(Column), wait: Wait.nullable() }), about: 'What each step says, makes and warns of.' },
  window: {
    input: At.extend({ page: z.object({ from: z.int().min(0), size: z.int().min(1).max(2000) }), columns: z.array(ColumnId).optional(), draft: z.string().optional() }),
    output: Grid, about: 'Any rows of the data after a step, sorted and filtered.',
  },
  cell: { input: At.extend({ rid: z.int(), column: ColumnId }), output: z.object({ value: z.unknown(), type: z.string() }), about: 'One whole value.' },
  find: { input: At.extend({ text: z.string().min(1), after: z.int().min(-1), backwards: z.boolean().default(false), columns: z.array(ColumnId).optional() }), output: z.object({ row: z.int().nullable(), column: ColumnId.nullable(), ms: z.number() }), about: 'The next row that holds a text.' },
  head: { input: At.extend({ column: ColumnId }), output: Head, about: 'Quality and distribution of a column, from a block sample at first sight of a large one.' },
  heads: { input: At.extend({ columns: z.array(ColumnId).max(60), exact: z.boolean().default(false) }), output: z.array(z.object({ column: ColumnId, head: Head })) },
  profile: { input: At.extend({ column: ColumnId, exact: z.boolean().default(false) }), output: Profile, about: 'The figures of a column, each with its scope.' },
  statistic: { input: At.extend({ by: z.enum(['missing', 'distinct', 'name', 'type']) }), output: z.array(z.object({ column: ColumnId, value: z.union([z.number(), z.string()]) })), about: 'One statistic of every column, to sort the columns by.' },
  effect: { input: z.object({ recipe: Recipe, step: z.string() }), output: Effect, about: 'What a step changes, adds, takes away and fails on.' },
  failures: { input: z.object({ recipe: Recipe, step: z.string(), limit: z.int().max(1000).default(200) }), output: z.object({ total: z.int(), rows: z.array(z.object({ rid: z.int(), column: z.string(), value: z.unknown() })) }), about: 'The values that a step could not convert, or the rows that break its rule.' },
  code: { input: z.object({ recipe: Recipe, language: z.enum(['sql', 'pandas', 'polars']) }), output: z.object({ text: z.string() }), about: 'The recipe as a script.' },
  analyse: { input: At.extend({ analysis: Analysis, exact: z.boolean().default(true) }), output: JobId, about: 'A job whose result is a Finding.' },
  report: { input: At.extend({ target: ColumnId.optional() }), output: JobId, about: 'A job whose result is a quality Report.' },
  saveReport: { input: z.object({ job: z.string(), path: z.string() }), output: z.object({ path: z.string() }), changes: ['files'], about: 'A report as one HTML file.' },
  publish: { input: z.object({ recipe: Recipe, as: z.string(), note: z.string().default(''), recipePath: z.string().nullable().default(null) }), output: JobId, changes: ['jobs'], about: 'Runs the recipe on all rows and keeps the result as a new version of a data set.' },
  export: { input: At.extend({ path: z.string(), format: z.enum(['csv', 'parquet', 'ndjson']), replace: z.boolean().default(false) }), output: JobId, changes: ['jobs'], about: 'Writes the rows to a file in the workspace.' },
  formula: { input: z.object({ recipe: Recipe, upTo: z.string().optional(), text: z.string() }), output: z.object({ problem: z.object({ message: z.string(), from: z.int(), to: z.int() }).nullable(), type: z.string().nullable() }), about: 'Whether a formula is sound, and the type it gives.' },
})
