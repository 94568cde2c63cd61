import { z } from 'zod'
import { Millis } from './experiment.ts'
import { KeyValue, MetricSummary, RunInfo } from './run.ts'

export const Artifact = z.object({ path: z.string(), folder: z.boolean(), bytes: z.int().nullable(), changed: Millis.nullable() })
export type Artifact = z.infer<typeof Artifact>

/** Lines of a CSV that do not fit its columns, the first of them with their text. */
export const UnreadLines = z.object({ total: z.int(), first: z.array(z.object({ line: z.int(), why: z.string(), text: z.string() })) })
export type UnreadLines = z.infer<typeof UnreadLines>

/** An image that `mlflow.log_image(key, step)` or a plain artifact brought; `path` is asked of the bytes route of artifacts. */
export const ImageAt = z.object({ run: z.string(), key: z.string(), step: z.int().nullable(), time: Millis.nullable(), path: z.string() })
export type ImageAt = z.infer<typeof ImageAt>

export const GitState = z.object({ commit: z.string().nullable(), branch: z.string().nullable(), repository: z.string().nullable(), dirty: z.boolean().nullable(), diff: z.string().nullable() })
export type GitState = z.infer<typeof GitState>

export const ComparedRun = z.object({
  run: RunInfo,
  experimentName: z.string(),
  params: z.array(KeyValue),
  metrics: z.array(MetricSummary),
  tags: z.array(KeyValue),
  /** `name==version` lines of the environment the run said it ran in; null where it said nothing. */
  environment: z.array(z.string()).nullable(),
  git: GitState,
  datasets: z.array(z.object({ name: z.string(), digest: z.string(), context: z.string().nullable() })),
})
export type ComparedRun = z.infer<typeof ComparedRun>

export const ComparedRuns = z.object({ runs: z.array(ComparedRun) })
export type ComparedRuns = z.infer<typeof ComparedRuns>
