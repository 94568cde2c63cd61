import { z } from 'zod'
import { Job } from '#areas/jobs/domain/job.ts'
import { contract } from '#wire/contract.ts'
import { Declared, EnvironmentName, EnvironmentSummary, EnvironmentUse, InstalledPackage, Interpreter, KeyParts } from './domain/environment.ts'

const Name = z.object({ name: z.string() })
const changes = ['environments', 'files', 'jobs']

export const environments = contract('environments', {
  list: { input: z.object({}), output: z.object({ environments: z.array(EnvironmentSummary), tools: z.object({ python: z.string().nullable(), uv: z.string().nullable(), note: z.string() }) }), about: 'Environments with their state; `note` says in one sentence what to install where Python is missing.' },
  get: { input: Name, output: EnvironmentSummary.extend({ declared: Declared.nullable(), unsetSecrets: z.array(z.string()), path: z.string().nullable(), packages: z.array(InstalledPackage), lock: z.string().nullable(), /** The Python's kind and the machine's, also of one that is adopted; null where no Python is found. */ platform: z.string().nullable(), parts: KeyParts.nullable(), builtFrom: KeyParts.nullable() }), about: 'One environment in full; `unsetSecrets` are those that it declares and the studio was started without.' },
  save: { input: z.object({ declared: Declared, create: z.boolean().default(false) }), output: EnvironmentSummary, changes, about: 'Writes the files of an environment; building is asked for by itself.' },
  delete: { input: Name, output: z.object({ freed: z.int(), trashed: z.array(z.string()) }), changes, about: 'Takes the folder to the trash and lets go of what was built; `trashed` are ids for `files.restore`.' },
  build: { input: Name.extend({ again: z.boolean().default(false) }), output: Job, changes, about: 'Builds it as a job, or answers with the job that does so already; `again` builds anew from nothing.' },
  uses: { input: Name.extend({ limit: z.int().min(1).max(1000).default(200) }), output: z.array(EnvironmentUse), about: 'Work that ran in it, the newest first.' },
  interpreters: { input: z.object({}), output: z.array(Interpreter), about: 'Pythons found on this machine, those that serve first.' },
  adopt: { input: z.object({ name: EnvironmentName, path: z.string() }), output: EnvironmentSummary, changes, about: 'Takes an interpreter, or the folder of a venv, as it is; the studio never changes it.' },
  compare: { input: z.object({ left: z.string(), right: z.string() }), output: z.array(z.object({ name: z.string(), left: z.string().nullable(), right: z.string().nullable() })), about: 'Packages of two environments by name; equal ones too.' },
  prune: { input: z.object({ keepBytes: z.int().min(0).default(0), dry: z.boolean().default(true) }), output: z.object({ freed: z.int(), gone: z.array(z.object({ key: z.string(), name: z.string(), python: z.string(), bytes: z.int(), lastUsed: z.string().nullable() })) }), changes, about: 'Lets go of built environments that nothing declares any more, the longest unused first.' },
})
