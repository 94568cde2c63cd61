import { z } from 'zod'
import { StageView } from './experiment.ts'

export const Order = z.object({ column: z.string(), descending: z.boolean() })
export type Order = z.infer<typeof Order>

/** Runs between two values (or of some values) of a column; brushed on parallel coordinates, scatter or bars; filters everything. */
export const Brush = z.object({ column: z.string(), from: z.number().optional(), to: z.number().optional(), values: z.array(z.string()).optional(), missing: z.boolean().optional() })
export type Brush = z.infer<typeof Brush>

/** Which runs are meant, and in what order. Columns are texts of `columnText`. */
export const RunQuery = z.object({
  experiments: z.array(z.string()).min(1).max(200),
  /** The filter grammar: a superset of MLflow's with OR, parentheses, IN, null tests and dates; empty for all. */
  filter: z.string().max(20_000).default(''),
  stage: StageView.default('active'),
  brushes: z.array(Brush).max(40).default([]),
  order: z.array(Order).max(8).default([]),
})
export type RunQuery = z.infer<typeof RunQuery>

/** How the table is folded. `by` groups runs of equal values (a sweep, seeds); `nest` hangs children under their parents. */
export const Grouping = z.object({
  by: z.array(z.string()).max(8).default([]),
  nest: z.boolean().default(false),
  /** Ids of the groups or parents that are open. */
  open: z.array(z.string()).max(2000).default([]),
})
export type Grouping = z.infer<typeof Grouping>

/** A cell of a run: text, a number, or null where the run has none. NaN and infinities as text. */
export const CellValue = z.union([z.string(), z.number(), z.null()])
export type CellValue = z.infer<typeof CellValue>
/** A cell of a group: mean ± σ (n − 1) of its finite numbers, or the value that all share. `n` runs have one, `odd` of them NaN or an infinity. */
export const GroupCell = z.object({ mean: z.number().nullable(), sd: z.number().nullable(), n: z.int(), odd: z.int(), same: CellValue })
export type GroupCell = z.infer<typeof GroupCell>

export const RunRow = z.object({
  kind: z.literal('run'), id: z.string(), name: z.string(), experiment: z.string(), ordinal: z.int(), status: z.string(), stage: z.string(),
  /** The job that does its work, where the studio started it. */
  job: z.string().nullable(),
  depth: z.int(), children: z.int(), open: z.boolean(), cells: z.array(CellValue),
})
export const GroupRow = z.object({
  kind: z.literal('group'), id: z.string(), label: z.string(), values: z.array(CellValue), runs: z.int(), running: z.int(), ordinal: z.int(),
  depth: z.int(), open: z.boolean(), cells: z.array(GroupCell),
})
export const TableRow = z.discriminatedUnion('kind', [RunRow, GroupRow])
export type RunRow = z.infer<typeof RunRow>
export type GroupRow = z.infer<typeof GroupRow>
export type TableRow = z.infer<typeof TableRow>

/** A window of the folded table. `total` counts its rows, `matched` the runs behind them, `all` the runs of the experiments. */
export const TableWindow = z.object({
  rows: z.array(TableRow),
  total: z.int(), matched: z.int(), all: z.int(),
  ms: z.number(),
})
export type TableWindow = z.infer<typeof TableWindow>
