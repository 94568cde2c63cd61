import { z } from 'zod'
import { RunQuery } from './query.ts'
import { Millis } from './experiment.ts'
import { CurveX } from './curve.ts'

const place = { id: z.string(), title: z.string().max(200).default(''), x: z.int().min(0).max(11), y: z.int().min(0), w: z.int().min(2).max(12), h: z.int().min(2).max(40) }

/** The table's share of the width where nobody set it. */
export const usualSplit = 0.5

export const Band = z.enum(['none', 'sd', 'minmax', 'ci95', 'sem'])

/** A card of the board on a grid of 12 columns. Columns are texts of `columnText`. */
export const Card = z.discriminatedUnion('kind', [
  z.object({ ...place, kind: z.literal('curves'), metrics: z.array(z.string()).max(20), over: CurveX.default('step'), smoothing: z.number().min(0).max(0.999).default(0), logX: z.boolean().default(false), logY: z.boolean().default(false), band: Band.default('sd'), from: z.number().optional(), to: z.number().optional() }),
  z.object({ ...place, kind: z.literal('scatter'), across: z.string(), up: z.string(), colour: z.string().optional(), pareto: z.boolean().default(false), logX: z.boolean().default(false), logY: z.boolean().default(false) }),
  z.object({ ...place, kind: z.literal('bar'), column: z.string(), most: z.int().min(1).max(200).default(30) }),
  z.object({ ...place, kind: z.literal('box'), column: z.string(), by: z.string() }),
  z.object({ ...place, kind: z.literal('parallel'), columns: z.array(z.string()).max(20) }),
  z.object({ ...place, kind: z.literal('importance'), target: z.string() }),
  z.object({ ...place, kind: z.literal('images'), key: z.string(), step: z.int().optional() }),
  z.object({ ...place, kind: z.literal('note'), text: z.string().max(20_000) }),
])
export type Card = z.infer<typeof Card>

/** All that a view of runs is: what is shown, how it is folded, drawn and marked. It fits in an address or is saved under a name. */
export const ViewState = z.object({
  query: RunQuery,
  columns: z.array(z.string()).max(200).default([]),
  widths: z.record(z.string(), z.number()).default({}),
  group: z.array(z.string()).max(8).default([]),
  nest: z.boolean().default(true),
  pinned: z.array(z.string()).max(200).default([]),
  hidden: z.array(z.string()).max(2000).default([]),
  baseline: z.string().nullable().default(null),
  cards: z.array(Card).max(60).default([]),
  /** Share of the width that the table takes; 0 hides it, 1 hides the board. */
  split: z.number().min(0).max(1).default(usualSplit),
})
export type ViewState = z.infer<typeof ViewState>

export const SavedView = z.object({ id: z.string(), name: z.string().min(1).max(200), state: ViewState, by: z.string(), created: Millis, updated: Millis })
export type SavedView = z.infer<typeof SavedView>
