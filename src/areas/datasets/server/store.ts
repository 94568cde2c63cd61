import { readdirSync, realpathSync, rmSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Jobs } from '#areas/jobs/server/store.ts'
import type { Duck } from '#node/duckdb/duck.ts'
import type { Sqlite } from '#node/sqlite.ts'
import type { Events } from '#wire/events.ts'
import { Problem } from '#wire/problem.ts'
import { DatasetName } from '../domain/dataset.ts'
import type { Dataset, FieldShape, Relation, Version } from '../domain/dataset.ts'
import { hashFiles, openBytesOf, shardsIn } from './bytes.ts'
import { compareVersions } from './compare.ts'
import { sameFooters } from './parquet.ts'
import { openProfiles } from './profiles.ts'
import { openReader } from './reader.ts'
import { openRegister } from './register.ts'
import type { Registered } from './register.ts'
import { openRows } from './rows.ts'
import type { Recorded } from './rows.ts'
import { isPartOf, nameIn, stateOf } from './sources.ts'

export type Datasets = ReturnType<typeof openDatasets>

export interface Publication {
  readonly name: string
  /** A folder made by `newStage` with the shards `0.parquet …`, columns by place; it is moved away. */
  readonly stage: string
  readonly columns: readonly FieldShape[]
  readonly rows: number
  readonly parent: Version['parent']
  readonly recipe: unknown
  readonly recipePath: string | null
  readonly note?: string
  readonly tags?: readonly string[]
  readonly by: string
  readonly signal?: AbortSignal
}

interface Needs { readonly sqlite: Sqlite; readonly duck: Duck; readonly root: string; readonly jobs: Jobs; readonly events: Events }

/** Data sets and their versions. Bytes are written and flushed before the row that names them. */
export function openDatasets({ sqlite, duck, root: workspace, jobs, events }: Needs) {
  const root = realpathSync(workspace)
  const rows = openRows(sqlite)
  const bytes = openBytesOf(root)
  sweep(root, rows.fingerprints())
  const registry = openRegister({ rows, bytes, duck, jobs, events, root })
  const reader = openReader({ rows, duck, root, relation })
  const profiles = openProfiles({ duck, jobs })
  const states = new Map<string, { at: number; state: Promise<Dataset['sourceState']> }>()

  async function list(): Promise<Dataset[]> {
    const heads = rows.heads().filter(({ removed }) => !removed)
    return Promise.all(heads.map(({ name }) => datasetOf(name)))
  }

  async function datasetOf(name: string): Promise<Dataset> {
    const head = rows.head(name)
    const latest = rows.need(name)
    return { name, latest: latest.version, versions: head?.versions ?? 0, created: head?.created ?? latest.version.at, sourceState: await sourceState(latest) }
  }

  async function get(name: string, version?: number): Promise<{ dataset: Dataset; version: Version }> {
    return { version: rows.need(name, version).version, dataset: await datasetOf(name) }
  }

  /** Asked for at most once in two seconds, because every view of the list asks. */
  function sourceState(one: Recorded): Promise<Dataset['sourceState']> {
    const key = `${one.version.dataset}@${one.version.version}`
    const now = states.get(key)
    if (now && Date.now() - now.at < 2000) return now.state
    const state = freshState(one)
    states.set(key, { at: Date.now(), state })
    return state
  }

  async function freshState(one: Recorded): Promise<Dataset['sourceState']> {
    if (isOwn(one.version.source)) return (await hasShards(one)) ? 'same' : 'gone'
    const state = await stateOf(root, one.version.source, one.watch)
    return state === 'changed' && one.version.format === 'parquet' && (await sameFooters(root, one.watch, one.version.fingerprint)) ? 'same' : state
  }

  /** The rows of a version as Parquet files; refuses when those files are not what was recorded. */
  async function relation(name: string, version?: number): Promise<Relation> {
    const one = rows.need(name, version)
    const found = { version: one.version, columns: one.version.columns, shards: one.shards.map((shard) => ({ ...shard, path: join(root, shard.path) })) }
    const inPlace = one.version.format === 'parquet' && !isOwn(one.version.source)
    if (!inPlace) {
      if (await hasShards(one)) return found
      throw new Problem('missing', `The bytes of “${name}” version ${one.version.version} are gone from .atelier/datasets. Refresh it from its source, or restore the folder from a backup.`)
    }
    const state = await freshState(one)
    if (state === 'gone') throw new Problem('missing', `“${one.version.source}”, the source of “${name}”, is gone. Put it back, or register it where it is now.`)
    if (state === 'changed' && !(await sameFooters(root, one.watch, one.version.fingerprint))) throw new Problem('conflict', `“${one.version.source}” changed on disk since version ${one.version.version} of “${name}” was recorded. Refresh it to read it as a new version.`)
    return found
  }

  /** Refuses to write a file that a version was read from, or that would become part of what it was read from. */
  async function notASource(wanted: string): Promise<void> {
    const path = await nameIn(root, wanted)
    for (const one of rows.origins().filter((origin) => !isOwn(origin.source))) {
      if (!(await isPartOf(root, one, path))) continue
      const { source, dataset, version } = one
      const what = source === path ? 'is the source of' : `belongs to “${source}”, the source of`
      throw new Problem('invalid', `“${path}” ${what} ${dataset} v${version} and is not written over. Publish a version, or choose another name.`, 'path')
    }
  }

  async function hasShards({ shards }: Recorded): Promise<boolean> {
    const ends = [shards[0], shards.at(-1)].filter((shard) => shard !== undefined)
    return (await Promise.all(ends.map(({ path }) => stat(join(root, path)).then(() => true, () => false)))).every(Boolean)
  }

  async function publish(wanted: Publication): Promise<Version> {
    const name = nameOf(wanted.name)
    const staged = await shardsIn(wanted.stage)
    if (staged.length === 0) throw new Error(`The stage ${wanted.stage} holds no shards.`)
    const fingerprint = await hashFiles(staged.map(({ path }) => path), wanted.signal)
    wanted.signal?.throwIfAborted()
    const folder = await bytes.adopt(wanted.stage, fingerprint)
    const shards = await registry.localShards(folder)
    const count = shards.reduce((sum, shard) => sum + shard.rows, 0)
    if (count !== wanted.rows) throw new Error(`The stage holds ${count} rows, not ${wanted.rows}.`)
    const version = registry.added(name, {
      fingerprint, format: 'parquet', source: `.atelier/datasets/${fingerprint}`, columns: [...wanted.columns], rows: count,
      bytes: staged.reduce((sum, shard) => sum + shard.bytes, 0), dialect: null, rejects: 0, parent: wanted.parent, recipe: wanted.recipe, recipePath: wanted.recipePath,
      by: wanted.by, at: new Date().toISOString(), note: wanted.note ?? '', tags: [...(wanted.tags ?? [])],
    }, shards, [])
    return rows.need(name, version).version
  }

  async function refresh(name: string, by: string): Promise<Registered> {
    const { version } = rows.need(name)
    if (isOwn(version.source)) throw new Problem('invalid', `“${name}” was published by the studio; it has no source on disk to read again.`)
    states.clear()
    const dialect = version.dialect ?? undefined
    return registry.register({ path: version.source, name, by, tags: version.tags, ...(dialect ? { dialect } : {}) })
  }

  function describe(name: string, change: { version?: number | undefined; note?: string | undefined; tags?: readonly string[] | undefined }): Version {
    const { version } = rows.need(name, change.version)
    rows.describe(name, version.version, { ...(change.note === undefined ? {} : { note: change.note }), ...(change.tags === undefined ? {} : { tags: [...new Set(change.tags.map((tag) => tag.trim()).filter(Boolean))] }) })
    return rows.need(name, version.version).version
  }

  async function rename(name: string, to: string): Promise<Dataset> {
    rows.need(name)
    if (to !== name && rows.head(to)) throw new Problem('conflict', `There is already a data set “${to}”${rows.head(to)?.removed ? ', which was removed and can be restored' : ''}. Choose another name.`, 'to')
    rows.rename(name, nameOf(to))
    return datasetOf(to)
  }

  function remove(name: string): { removed: number } {
    rows.need(name)
    rows.setRemoved(name, new Date().toISOString())
    return { removed: rows.history(name).length }
  }

  async function restore(name: string): Promise<Dataset> {
    rows.need(name)
    rows.setRemoved(name, null)
    return datasetOf(name)
  }

  async function compare(left: Which, right: Which, by: string): Promise<{ job: string }> {
    const [a, b] = await Promise.all([relation(left.dataset, left.version), relation(right.dataset, right.version)])
    const title = `Compare ${a.version.dataset} v${a.version.version} with ${b.version.dataset} v${b.version.version}`
    const job = jobs.start({ kind: 'datasets.compare', title, by, run: ({ signal, report }) => compareVersions({ duck, left: a, right: b, signal, report }) })
    return { job: job.id }
  }

  async function profile({ dataset, version }: Which, by: string): Promise<{ job: string }> {
    return { job: profiles.jobOf(await relation(dataset, version), by) }
  }

  return {
    root, list, get, notASource, history: (name: string) => (rows.need(name), rows.history(name).map(({ version }) => version)), relation, publish,
    register: registry.register, refresh, describe, rename, remove, restore, compare, profile, newStage: bytes.newStage, discardStage: bytes.discard, ...reader,
  }
}

interface Which { readonly dataset: string; readonly version?: number | undefined }

function nameOf(name: string): string {
  const parsed = DatasetName.safeParse(name)
  if (!parsed.success) throw new Problem('invalid', parsed.error.issues[0]?.message ?? 'That is no name for a data set.', 'name')
  return parsed.data
}

/** Whether a version's rows were made here rather than found on disk. */
function isOwn(source: string): boolean {
  return source.startsWith('.atelier/')
}

/** What work that was cut off left behind: folders that no version names, and temporary copies. */
function sweep(root: string, named: ReadonlySet<string>): void {
  const under = (folder: string) => { try { return readdirSync(join(root, '.atelier', folder)) } catch { return [] } }
  for (const name of under('datasets').filter((one) => !named.has(one))) rmSync(join(root, '.atelier', 'datasets', name), { recursive: true, force: true })
  for (const name of under('tmp').filter((one) => /^\.?(sniff|utf8|good|odd|listing)_/.test(one))) rmSync(join(root, '.atelier', 'tmp', name), { force: true })
}
