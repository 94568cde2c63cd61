import { z } from 'zod'
import { ProcessInput, Resources, Retries } from '#areas/jobs/domain/process.ts'

const Variable = z.string().regex(/^[A-Za-z_]\w*$/, 'A variable is letters, digits and underscore.')

/** What the work reads: a data set version (the newest where none is named), given as ATELIER_INPUT_<NAME>, or a file of the workspace. */
export const JobInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('dataset'), name: Variable, dataset: z.string(), version: z.int().optional() }),
  z.object({ kind: z.literal('file'), name: Variable, path: z.string() }),
])
export type JobInput = z.infer<typeof JobInput>

/** A `*.job.json`: work that can be started again and again. `each` starts it once for every combination, with the values as `--name value` arguments. */
export const JobFile = z.object({
  title: z.string().min(1).max(200),
  script: z.string().optional(),
  command: z.array(z.string()).optional(),
  args: z.array(z.string()).default([]),
  each: z.record(z.string().regex(/^[A-Za-z][\w-]*$/), z.array(z.union([z.string(), z.number()])).min(1).max(200)).default({}),
  /** Empty where a command runs with what the machine has. */
  environment: z.string().default('default'),
  experiment: z.string().min(1).default('Default'),
  inputs: z.array(JobInput).max(50).default([]),
  outputs: z.array(z.string()).max(50).default([]),
  variables: z.record(Variable, z.string()).default({}),
  secrets: z.array(Variable).max(50).default([]),
  resources: Resources.prefault({}),
  timeoutSeconds: z.number().positive().nullable().default(null),
  retries: Retries.prefault({}),
  tags: z.record(z.string(), z.string()).default({}),
  /** Tracked as runs with live metrics; false runs the command alone. */
  track: z.boolean().default(true),
}).refine((job) => (job.script === undefined) !== (job.command === undefined), { message: 'A job has either a script or a command.', path: ['script'] })
export type JobFile = z.infer<typeof JobFile>

/** What was started, so that it can be started again to the letter. */
export const TrainingRun = z.object({
  run: z.string().nullable(),
  job: z.string(),
  spec: JobFile,
  /** The combination of `each` that this one has. */
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Folder of the code as it was, by content. */
  snapshot: z.string().nullable(),
  environmentKey: z.string().nullable(),
  lock: z.string().nullable(),
  inputs: z.array(ProcessInput),
  git: z.object({ commit: z.string().nullable(), branch: z.string().nullable(), dirty: z.boolean() }),
  /** The run that this one repeats. */
  again: z.string().nullable(),
})
export type TrainingRun = z.infer<typeof TrainingRun>
