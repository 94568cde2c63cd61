import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Job } from '#areas/jobs/domain/job.ts'
import { Problem } from '#wire/problem.ts'
import type { EnvironmentState, EnvironmentSummary } from '../domain/environment.ts'
import { whyRebuilt } from '../domain/key.ts'
import { whyFailed } from '../domain/why-failed.ts'
import { lastGood, manifestIn, pythonIn } from './built.ts'
import { manifestName } from './plan.ts'
import type { Manifest } from './plan.ts'
import type { Build } from './records.ts'
import type { Wanted } from './wanted.ts'

interface Asked {
  readonly name: string
  readonly kind: 'declared' | 'curated'
  /** What it would be built from; the Problem where this machine cannot. */
  readonly want: Wanted | Problem
  readonly folderOf: (key: string) => string
  readonly last: Build | undefined
  readonly building: ReadonlyMap<string, string>
  readonly jobOf: (id: string) => Job | undefined
}

/** How an environment stands, and why. */
export async function stateOf(asked: Asked): Promise<EnvironmentSummary> {
  const { name, kind, want, folderOf, last } = asked
  const empty = { name, kind, python: '', key: null, interpreter: null, packages: null, bytes: null, built: null, lastUsed: null, job: last?.job ?? null }
  if (want instanceof Problem) return { ...empty, state: 'missing', reason: want.message }
  const manifest = await manifestIn(folderOf(want.key))
  const { state, reason, job } = await standing(asked, want, manifest)
  const used = manifest && (await stat(join(folderOf(want.key), manifestName)).then(({ mtime }) => mtime.toISOString(), () => null))
  return {
    ...empty, state, reason, job: job ?? empty.job, python: want.parts.python, key: want.key,
    ...(manifest ? { interpreter: pythonIn(folderOf(want.key)), packages: manifest.packages.length, bytes: manifest.bytes, built: manifest.built, lastUsed: used ?? null } : {}),
  }
}

type Standing = { readonly state: EnvironmentState; readonly reason: string; readonly job?: string }

async function standing({ last, building, jobOf, folderOf, kind }: Asked, want: Wanted, manifest: Manifest | undefined): Promise<Standing> {
  const under = building.get(want.key)
  if (under !== undefined) return { state: 'building', reason: nowOf(jobOf(under)), job: under }
  if (manifest) return { state: 'ready', reason: `Built in ${manifest.seconds} s.` }
  if (last?.key === want.key) return failed(jobOf(last.job)) ?? unbuilt(kind)
  const before = await lastGood(last, folderOf)
  return before ? { state: 'stale', reason: whyRebuilt(before.manifest.parts, want.parts) } : unbuilt(kind)
}

function nowOf(job: Job | undefined): string {
  return job?.reason || job?.phase || 'Being built'
}

function failed(job: Job | undefined): Standing | undefined {
  if (!job || job.state === 'done') return undefined
  const log = job.error ?? ''
  return { state: 'failed', reason: job.state === 'cancelled' ? 'The build was stopped.' : whyFailed(log) ?? (log || 'The build failed.') }
}

function unbuilt(kind: Asked['kind']): Standing {
  return { state: 'unbuilt', reason: kind === 'curated' ? 'It is built by itself when something first needs it.' : 'Not built yet; what needs it builds it.' }
}
