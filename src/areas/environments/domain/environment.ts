import { z } from 'zod'

/** Also the name of its folder under `environments/`. */
export const EnvironmentName = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, 'A name of small letters, digits, dot, dash and underscore, 64 at most.')

/** What an environment declares; a folder `environments/NAME/` holds it as files (`pyproject.toml` with or without `uv.lock`, or `requirements.txt`, `environment.json`). */
export const Declared = z.object({
  name: EnvironmentName,
  /** e.g. `3.11`; empty takes the newest found on the machine. */
  python: z.string().regex(/^(3\.\d{1,2})?$/, 'A version such as 3.11, or empty.').default(''),
  requirements: z.string().max(1_000_000).default(''),
  /** True where a `pyproject.toml` (with or without its lock) is what declares the packages; `requirements` is then its text. */
  project: z.boolean().default(false),
  variables: z.record(z.string().regex(/^[A-Za-z_]\w*$/), z.string()).default({}),
  /** Names only; the values are asked of the studio's own environment when a job starts, and never stored. */
  secrets: z.array(z.string().regex(/^[A-Za-z_]\w*$/)).max(50).default([]),
})
export type Declared = z.infer<typeof Declared>

export const EnvironmentState = z.enum(['unbuilt', 'building', 'ready', 'stale', 'failed', 'missing'])
export type EnvironmentState = z.infer<typeof EnvironmentState>

/** A state as it is called wherever it is shown. */
export const stateWords: Readonly<Record<EnvironmentState, string>> = { unbuilt: 'not built', building: 'building', ready: 'ready', stale: 'changed', failed: 'failed', missing: 'not possible here' }

export const EnvironmentSummary = z.object({
  name: z.string(),
  kind: z.enum(['declared', 'curated', 'adopted']),
  state: EnvironmentState,
  /** Why it is in that state, in a sentence: e.g. what changed since it was built. */
  reason: z.string(),
  python: z.string(),
  /** SHA-256 over what it is built from; null until that is known. */
  key: z.string().nullable(),
  interpreter: z.string().nullable(),
  packages: z.int().nullable(),
  bytes: z.int().nullable(),
  built: z.string().nullable(),
  lastUsed: z.string().nullable(),
  /** The job that builds it, or that built it last. */
  job: z.string().nullable(),
})
export type EnvironmentSummary = z.infer<typeof EnvironmentSummary>

/** A summary without its count of packages: what all views of an environment share. */
export type EnvironmentHeadline = Omit<EnvironmentSummary, 'packages'>

export const InstalledPackage = z.object({ name: z.string(), version: z.string(), declared: z.boolean() })
export type InstalledPackage = z.infer<typeof InstalledPackage>

/** What makes the key: shown as "why rebuilt?". `included` holds the lines of the files that the requirements include, each after its file; `lock` what a `uv.lock` pins. */
export const KeyParts = z.object({ requirements: z.string(), included: z.string().default(''), lock: z.string().default(''), python: z.string(), platform: z.string(), index: z.string(), installer: z.string(), worker: z.string() })
export type KeyParts = z.infer<typeof KeyParts>

/** Work that ran in an environment; `key` says in which build of it. */
export const EnvironmentUse = z.object({ job: z.string(), run: z.string().nullable(), title: z.string(), by: z.string(), at: z.string(), key: z.string() })
export type EnvironmentUse = z.infer<typeof EnvironmentUse>

export const Interpreter = z.object({ path: z.string(), version: z.string(), kind: z.enum(['system', 'venv', 'conda', 'pyenv', 'studio']), usable: z.boolean(), note: z.string() })
export type Interpreter = z.infer<typeof Interpreter>
