import { z } from 'zod'

export const Resources = z.object({
  /** Cores that it is given; may be a part of one. */
  cpu: z.number().min(0.1).max(1024).default(1),
  /** Bytes; past them it is ended and told so. Null: no limit but the machine's. */
  memory: z.int().min(1).nullable().default(null),
  gpu: z.int().min(0).max(64).default(0),
})
export type Resources = z.infer<typeof Resources>

export const Retries = z.object({ count: z.int().min(0).max(20).default(0), waitSeconds: z.number().min(0).max(86_400).default(5), factor: z.number().min(1).max(10).default(2) })

/** What a command reads, by content, so that it may be carried elsewhere. */
export const ProcessInput = z.object({ name: z.string(), dataset: z.string().nullable(), version: z.int().nullable(), fingerprint: z.string(), path: z.string() })
export type ProcessInput = z.infer<typeof ProcessInput>

/** A command on the machine. The runner takes nothing else, so that a cluster's may stand in its place. */
export const ProcessSpec = z.object({
  argv: z.array(z.string()).min(1),
  cwd: z.string(),
  variables: z.record(z.string(), z.string()).default({}),
  /** Variables whose values are never shown or stored. */
  hidden: z.array(z.string()).default([]),
  resources: Resources,
  timeoutSeconds: z.number().positive().nullable().default(null),
  /** Between the polite end and the hard one. */
  graceSeconds: z.number().min(0).max(600).default(10),
  retries: Retries,
  tags: z.record(z.string(), z.string()).default({}),
  /** Jobs that must be done before; if one of them fails, so does this. */
  after: z.array(z.string()).max(100).default([]),
  /** The command is a Python and a script, and may be run by a spare interpreter that has imported the usual packages already. */
  warm: z.boolean().default(false),
  /** The Python environment; its key tells the packages to the letter. */
  environment: z.object({ name: z.string(), key: z.string().nullable() }).nullable().default(null),
  inputs: z.array(ProcessInput).default([]),
  /** Paths in the workspace that it is said to write. */
  outputs: z.array(z.string()).default([]),
})
export type ProcessSpec = z.infer<typeof ProcessSpec>

export const AttemptState = z.enum(['starting', 'running', 'succeeded', 'failed', 'cancelled', 'timedOut', 'outOfMemory', 'lost'])

/** What became of a path that the command was said to write: `untouched` where the file is older than the try. SHA-256 of files that are not too large. */
export const WrittenOutput = z.object({ path: z.string(), state: z.enum(['written', 'untouched', 'missing']), bytes: z.int().nullable(), hash: z.string().nullable() })
export type WrittenOutput = z.infer<typeof WrittenOutput>

/** One try; never overwritten. `ended` by a code or a signal. */
export const Attempt = z.object({
  job: z.string(),
  number: z.int(),
  state: AttemptState,
  started: z.string(),
  ended: z.string().nullable(),
  pid: z.int().nullable(),
  exitCode: z.int().nullable(),
  signal: z.string().nullable(),
  /** A sentence where it did not succeed. */
  said: z.string(),
  logBytes: z.int(),
  /** The declared outputs, looked at when it was over. */
  outputs: z.array(WrittenOutput).default([]),
})
export type Attempt = z.infer<typeof Attempt>

export const Usage = z.object({ at: z.number(), cpu: z.number(), memory: z.number() })
export type Usage = z.infer<typeof Usage>
