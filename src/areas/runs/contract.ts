import { z } from 'zod'
import { contract } from '#wire/contract.ts'
import { Family } from './domain/column.ts'
import { Curve, CurvesQuery, Point } from './domain/curve.ts'
import { Experiment, ExperimentSummary, Stage, StageView } from './domain/experiment.ts'
import { CellValue, Grouping, RunQuery, TableWindow } from './domain/query.ts'
import { KeyValue, RunDetail } from './domain/run.ts'
import { MlModel } from './domain/ml-model.ts'
import { SavedView, ViewState } from './domain/view.ts'
import { Artifact, ComparedRuns, ImageAt, UnreadLines } from './domain/shown.ts'

const runIds = z.array(z.string()).min(1).max(20_000)
const columns = z.array(z.string()).max(200)
/** Artifacts of a run, or with `model` those of a logged model. */
const kept = { run: z.string(), model: z.string().optional() }
const done = z.object({ changed: z.int() })

/** Every write names the acting person on the server; the page's own questions never go through MLflow's routes. */
export const runs = contract('runs', {
  experiments: { input: z.object({ stage: StageView.default('active') }), output: z.array(ExperimentSummary), about: 'Experiments with how many runs they hold, the one that ran last first.' },
  createExperiment: { input: z.object({ name: z.string().min(1).max(500), tags: z.record(z.string(), z.string()).default({}) }), output: Experiment, changes: ['runs'] },
  changeExperiment: { input: z.object({ id: z.string(), name: z.string().min(1).max(500).optional(), note: z.string().optional(), stage: Stage.optional() }), output: Experiment, changes: ['runs'], about: 'Renames, notes, deletes (softly, with its runs) or restores an experiment.' },
  keys: { input: z.object({ experiments: z.array(z.string()).min(1).max(200) }), output: z.array(z.object({ family: Family, key: z.string(), runs: z.int(), numeric: z.boolean(), values: z.array(z.string()), top: z.int().optional(), points: z.int().optional() })), about: 'What can be a column: the keys that the runs of these experiments hold, how many runs hold each, whether all its values are numbers, for metrics how many runs without a parent hold it and the most points of one run, and up to 20 of its texts.' },
  table: { input: z.object({ query: RunQuery, grouping: Grouping.default({ by: [], nest: false, open: [] }), columns, pinned: z.array(z.string()).max(200).default([]), from: z.int().min(0), to: z.int().min(0) }), output: TableWindow, about: 'Rows `from` to `to` of the runs table, grouped, nested and ordered; pinned runs stand first, whatever the filter.' },
  values: { input: z.object({ query: RunQuery, columns, limit: z.int().min(1).max(50_000).default(20_000) }), output: z.object({ ids: z.array(z.string()), names: z.array(z.string()), ordinals: z.array(z.int()), columns: z.array(z.array(CellValue)), matched: z.int(), ms: z.number() }), about: 'The values of some columns for every matched run, column by column, in the order of the query.' },
  count: { input: z.object({ query: RunQuery }), output: z.object({ matched: z.int(), all: z.int(), ms: z.number() }), about: 'How many runs a filter matches; a filter that cannot be read is refused with the place.' },
  curves: { input: CurvesQuery, output: z.object({ curves: z.array(Curve), ms: z.number() }), about: 'Metrics of runs over x, in buckets that keep every extreme.' },
  sparks: { input: z.object({ runs: z.array(z.string()).min(1).max(500), metric: z.string(), points: z.int().min(5).max(60).default(24) }), output: z.array(z.object({ run: z.string(), values: z.array(z.number()) })), about: 'Small curves for cells.' },
  points: { input: z.object({ run: z.string(), metric: z.string(), from: z.int().min(0).default(0), limit: z.int().min(1).max(50_000).default(1000) }), output: z.object({ points: z.array(Point), total: z.int() }), about: 'The points of a metric as they were logged.' },
  run: { input: z.object({ id: z.string() }), output: RunDetail },
  changeRuns: { input: z.object({ runs: runIds, name: z.string().min(1).max(500).optional(), stage: Stage.optional(), ended: z.literal(true).optional(), note: z.string().max(100_000).optional(), setTags: z.array(KeyValue).max(50).default([]), dropTags: z.array(z.string()).max(50).default([]) }), output: done, changes: ['runs'], about: 'Renames one run; tags, notes, deletes softly or restores many; `ended` marks those that still run as KILLED, for clients that died; a run of a job of the studio ends with its job.' },
  logParams: { input: z.object({ run: z.string(), params: z.array(KeyValue).max(500) }), output: done, changes: ['runs'] },
  knownInputs: { input: z.object({ run: z.string() }), output: z.array(z.object({ dataset: z.string(), version: z.int() }).nullable()), about: 'For each data set input of a run, in its order, the version of a data set of this workspace that it is, if one is.' },
  commitDiff: { input: z.object({ left: z.string().regex(/^[0-9a-f]{4,64}$/i), right: z.string().regex(/^[0-9a-f]{4,64}$/i) }), output: z.object({ diff: z.string().nullable(), whole: z.boolean(), why: z.string() }), about: 'What changed between two commits of the workspace’s repository; `why` says why there is no difference to show.' },
  compare: { input: z.object({ runs: z.array(z.string()).min(1).max(50) }), output: ComparedRuns, about: 'Runs side by side: params, metrics, tags, environment, git commit and diff, data set versions.' },
  artifacts: { input: z.object({ ...kept, path: z.string().default('') }), output: z.array(Artifact), about: 'One folder of what a run kept, or of one of its logged models.' },
  artifactText: { input: z.object({ ...kept, path: z.string(), limit: z.int().max(2_000_000).default(500_000) }), output: z.object({ text: z.string(), whole: z.boolean(), bytes: z.int(), binary: z.boolean() }), about: 'The beginning of a text artifact; `binary` where it is no text.' },
  artifactRows: { input: z.object({ ...kept, path: z.string(), from: z.int().min(0), to: z.int().min(0) }), output: z.object({ columns: z.array(z.object({ name: z.string(), type: z.string() })), rows: z.array(z.array(z.unknown())), total: z.int(), unread: UnreadLines }), about: 'Rows of a CSV, Parquet or logged table (JSON) artifact; `unread` are the lines of a CSV that do not fit its columns.' },
  mlModel: { input: z.object({ ...kept, path: z.string() }), output: MlModel, about: 'What an MLmodel file among the artifacts says: flavors, versions, signature.' },
  images: { input: z.object({ runs: z.array(z.string()).min(1).max(200), key: z.string().optional() }), output: z.array(ImageAt), about: 'Images that runs logged, by key and step.' },
  views: { input: z.object({ experiments: z.array(z.string()).optional() }), output: z.array(SavedView), about: 'Saved views, those of these experiments or all.' },
  view: { input: z.object({ id: z.string() }), output: SavedView },
  saveView: { input: z.object({ id: z.string().optional(), name: z.string().min(1).max(200), state: ViewState }), output: SavedView, changes: ['runs'], about: 'Saves a view under a name: a new one, or over the one with this id.' },
  dropView: { input: z.object({ id: z.string() }), output: done, changes: ['runs'] },
})
