import { z } from 'zod'
import { Millis, Stage } from './experiment.ts'

/** The tag that names the job of a run which the studio started: it ends with that job. */
export const jobTag = 'atelier.job'

export const RunStatus = z.enum(['RUNNING', 'SCHEDULED', 'FINISHED', 'FAILED', 'KILLED'])
export type RunStatus = z.infer<typeof RunStatus>

export const RunInfo = z.object({
  id: z.string(),
  experiment: z.string(),
  name: z.string(),
  user: z.string(),
  status: RunStatus,
  start: Millis.nullable(),
  end: Millis.nullable(),
  artifactUri: z.string(),
  stage: Stage,
  /** Counts the runs of its experiment from 0 in order of creation: what gives the run its colour everywhere. */
  ordinal: z.int(),
  parent: z.string().nullable(),
})
export type RunInfo = z.infer<typeof RunInfo>

/** NaN and infinities travel as text, as in MLflow. */
export const MetricValue = z.union([z.number(), z.enum(['NaN', 'Infinity', '-Infinity'])])
export type MetricValue = z.infer<typeof MetricValue>

/** What a metric came to: the last by (step, timestamp, value), and its extremes over all points, NaN left out (null when nothing else was logged). */
export const MetricSummary = z.object({
  key: z.string(),
  last: MetricValue,
  step: z.int(),
  time: Millis,
  min: z.number().nullable(),
  max: z.number().nullable(),
  points: z.int(),
  model: z.string().nullable(),
})
export type MetricSummary = z.infer<typeof MetricSummary>

export const KeyValue = z.object({ key: z.string(), value: z.string() })
export type KeyValue = z.infer<typeof KeyValue>

export const DatasetInput = z.object({
  name: z.string(),
  digest: z.string(),
  sourceType: z.string(),
  source: z.string(),
  schema: z.string().nullable(),
  profile: z.string().nullable(),
  /** e.g. `training`; from the tag mlflow.data.context. */
  context: z.string().nullable(),
})
export type DatasetInput = z.infer<typeof DatasetInput>

export const LoggedModelStatus = z.enum(['PENDING', 'READY', 'UPLOAD_FAILED'])
export const LoggedModel = z.object({
  id: z.string(),
  experiment: z.string(),
  run: z.string().nullable(),
  name: z.string(),
  type: z.string().nullable(),
  status: LoggedModelStatus,
  created: Millis,
  updated: Millis,
  artifactUri: z.string(),
  /** The step that runs/outputs named, where the run did. */
  step: z.int().nullable(),
  params: z.array(KeyValue),
  tags: z.array(KeyValue),
  metrics: z.array(MetricSummary),
})
export type LoggedModel = z.infer<typeof LoggedModel>

/** One run in full, without its points. */
export const RunDetail = RunInfo.extend({
  experimentName: z.string(),
  params: z.array(KeyValue),
  tags: z.array(KeyValue),
  metrics: z.array(MetricSummary),
  inputs: z.array(DatasetInput),
  models: z.array(LoggedModel),
  children: z.array(RunInfo),
})
export type RunDetail = z.infer<typeof RunDetail>
