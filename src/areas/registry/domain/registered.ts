import { z } from 'zod'
import { Millis } from '#areas/runs/domain/experiment.ts'
import { MlModel } from '#areas/runs/domain/ml-model.ts'
import { KeyValue, MetricValue } from '#areas/runs/domain/run.ts'
import { Approval, Evidence, Policy } from './policy.ts'
import { Successor } from './serves.ts'

export const ModelName = z.string().min(1).max(250).regex(/^[^/:]*\S[^/:]*$/u, 'A model name has no / or : in it and is not blank.')

/** MLflow's stages, kept in step for clients that still use them. */
export const VersionStage = z.enum(['None', 'Staging', 'Production', 'Archived'])
export type VersionStage = z.infer<typeof VersionStage>

export const VersionInfo = z.object({
  model: z.string(),
  version: z.int(),
  approval: Approval,
  stage: VersionStage,
  aliases: z.array(z.string()),
  status: z.enum(['READY', 'PENDING_REGISTRATION', 'FAILED_REGISTRATION']),
  description: z.string(),
  by: z.string(),
  created: Millis,
  updated: Millis,
  run: z.string().nullable(),
  runName: z.string().nullable(),
  loggedModel: z.string().nullable(),
  source: z.string(),
  bytes: z.int().nullable(),
  /** Where it came from: logged by a run, brought in as a folder, an ONNX file or a pickled file. */
  origin: z.enum(['run', 'folder', 'onnx', 'pickle', 'uri']),
  tags: z.array(KeyValue),
  /** Metrics of the source run or logged model, the last of each key. */
  metrics: z.array(z.object({ key: z.string(), value: MetricValue })),
})
export type VersionInfo = z.infer<typeof VersionInfo>

export const ModelSummary = z.object({
  name: z.string(),
  description: z.string(),
  created: Millis,
  updated: Millis,
  tags: z.array(KeyValue),
  aliases: z.array(z.object({ alias: z.string(), version: z.int() })),
  versions: z.int(),
  pending: z.int(),
  latest: VersionInfo.nullable(),
  champion: VersionInfo.nullable(),
})
export type ModelSummary = z.infer<typeof ModelSummary>


/** What an MLmodel folder says of itself. */
export const ModelFolder = z.object({
  flavors: MlModel.shape.flavors,
  signature: MlModel.shape.signature,
  /** The input example as the table or JSON that was kept. */
  example: z.object({ columns: z.array(z.string()), rows: z.array(z.array(z.unknown())) }).nullable(),
  requirements: z.array(z.string()),
  python: z.string().nullable(),
  mlflowVersion: z.string().nullable(),
  files: z.array(z.object({ path: z.string(), bytes: z.int() })),
  bytes: z.int(),
  /** In words, what cannot be read or looks wrong. */
  warnings: z.array(z.string()),
})
export type ModelFolder = z.infer<typeof ModelFolder>

export const Activity = z.object({
  id: z.int(),
  at: Millis,
  by: z.string(),
  what: z.enum(['registered', 'described', 'tagged', 'aliased', 'stage', 'comment', 'review', 'approved', 'rejected', 'reopened', 'policy', 'imported', 'exported', 'card', 'renamed', 'deleted']),
  model: z.string(),
  version: z.int().nullable(),
  /** One sentence. */
  text: z.string(),
  /** Why, in the person's own words. */
  reason: z.string(),
})
export type Activity = z.infer<typeof Activity>

/** When and by whom a version was approved or rejected, and the evidence as it stood then. */
export const Decided = z.object({ at: Millis, by: z.string(), evidence: z.array(Evidence) })
export type Decided = z.infer<typeof Decided>

export const VersionDetail = VersionInfo.extend({
  folder: ModelFolder.nullable(),
  policy: Policy,
  /** As it would be judged now; what a decision rests on is in `decided`. */
  evidence: z.array(Evidence),
  decided: Decided.nullable(),
  /** Which version serves when this one is rejected. */
  successor: Successor.nullable(),
  datasets: z.array(z.object({ name: z.string(), digest: z.string(), context: z.string().nullable(), dataset: z.string().nullable(), datasetVersion: z.int().nullable() })),
  params: z.array(KeyValue),
  card: z.object({ text: z.string(), edited: z.boolean() }),
  champion: z.int().nullable(),
})
export type VersionDetail = z.infer<typeof VersionDetail>

/** Data set versions, recipes, runs, logged models, model versions and what later areas add; `to` is made from `from`. */
export const Lineage = z.object({
  nodes: z.array(z.object({ id: z.string(), kind: z.enum(['dataset', 'recipe', 'run', 'loggedModel', 'version', 'code', 'environment', 'endpoint']), label: z.string(), note: z.string(), open: z.object({ panel: z.string(), params: z.record(z.string(), z.string()) }).nullable() })),
  edges: z.array(z.object({ from: z.string(), to: z.string(), label: z.string() })),
})
export type Lineage = z.infer<typeof Lineage>
