import { readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Declared, EnvironmentSummary, EnvironmentUse } from '../domain/environment.ts'
import { whyFailed } from '../domain/why-failed.ts'
import type { Job } from '#areas/jobs/domain/job.ts'
import { isOver } from '#areas/jobs/domain/job.ts'
import { ProcessSpec } from '#areas/jobs/domain/process.ts'
import type { Jobs } from '#areas/jobs/server/store.ts'
import { exists, makeFolder } from '#node/files.ts'
import type { Sqlite } from '#node/sqlite.ts'
import type { Events } from '#wire/events.ts'
import { Problem } from '#wire/problem.ts'
import { countIfKnown, lastGood, packagesOf, manifestIn, pythonIn } from './built.ts'
import { openDeclared } from './declared.ts'
import { manifestName } from './plan.ts'
import type { Plan } from './plan.ts'
import { openProbes } from './probes.ts'
import type { Probes } from './probes.ts'
import { pruned } from './prune.ts'
import { openRecords } from './records.ts'
import { stateOf } from './state.ts'
import { cacheHome } from './tools.ts'
import { curatedDefault, wantedOf } from './wanted.ts'
import type { Wanted } from './wanted.ts'

const buildKind = 'environments.build'

/** What the last words of a failed build mean. */
export const buildReasons = { [buildKind]: whyFailed }

export type Environments = ReturnType<typeof openEnvironments>

/** What a job needs to run in an environment. */
export interface Usable { readonly name: string; readonly interpreter: string; readonly key: string; readonly lock: string; readonly variables: Readonly<Record<string, string>>; readonly secrets: readonly string[] }

/** Environments: declared as folders of the workspace, the curated `default`, and adopted interpreters; built in a cache that workspaces share. */
export function openEnvironments({ root, sqlite, jobs, events, home = cacheHome() }: { readonly root: string; readonly sqlite: Sqlite; readonly jobs: Jobs; readonly events: Events; readonly home?: string }) {
  const ours = openDeclared(root)
  const records = openRecords(sqlite)
  const probes = openProbes({ file: join(home, 'pythons.json'), onChange: () => tell('interpreters') })
  const folderOf = (key: string) => join(home, 'environments', key)
  const building = new Map<string, string>()
  const counting = new Set<string>()
  /** Files outside the environments' own folders count as well where requirements include them. */
  const watched = new Set<string>()
  for (const { id, kind, tags: { key }, state } of jobs.list({ running: true, limit: 1 })) if (kind === buildKind && key && !isOver(state)) watch(id, key)
  events.listen(({ area, ids }) => { if (area === 'files' && (ids.length === 0 || ids.some((path) => path.startsWith('environments') || watched.has(path)))) tell('declared') })

  function tell(what: string): void {
    events.tell({ area: 'environments', ids: [], what })
  }

  function watch(job: string, key: string): void {
    building.set(key, job)
    void jobs.settled(job).then(() => {
      building.delete(key)
      tell('built')
    })
  }

  async function names(): Promise<string[]> {
    const [own, adopted] = [await ours.names(), records.adopted().map(({ name }) => name)]
    return [...new Set(['default', ...own, ...adopted])]
  }

  async function declaredOf(name: string): Promise<Declared> {
    const own = await ours.read(name)
    if (own) return own
    if (name === 'default') return curatedDefault()
    throw new Problem('missing', `There is no environment “${name}”. There are ${(await names()).join(', ')}.`, 'environment')
  }

  async function wanted(name: string): Promise<Wanted> {
    const own = await declaredOf(name)
    const [included, lock] = await Promise.all([ours.includedIn(own), ours.lockOf(own)])
    for (const { path } of included.files) watched.add(path)
    return wantedOf({ declared: own, included, lock, root, home, probes, ...(name === 'default' && !(await ours.has(name)) ? { oldest: '3.11' } : {}) })
  }

  function adoptedPath(name: string): string | undefined {
    return records.adopted().find((one) => one.name === name)?.path
  }

  /** Asks a Python for its packages once, behind the work. */
  function countBehind(path: string): void {
    if (counting.has(path)) return
    counting.add(path)
    void packagesOf(path).then(() => tell('packages'))
  }

  async function summary(name: string): Promise<EnvironmentSummary> {
    const path = adoptedPath(name)
    if (path !== undefined) {
      const packages = await countIfKnown(path)
      if (packages === undefined) countBehind(path)
      return { ...(await adoptedSummary(name, path, probes)), packages: packages ?? null, lastUsed: records.uses(name, 1)[0]?.at ?? null }
    }
    const own = await ours.has(name)
    const want = await wanted(name).catch((error: unknown) => { if (error instanceof Problem && error.code === 'invalid') return error; throw error })
    return stateOf({ name, kind: own ? 'declared' : 'curated', want, folderOf, last: records.lastBuild(name), building, jobOf: (id) => jobOf(jobs, id) })
  }

  /** Starts a build, or names the one that is under way; undefined where it is built already. */
  async function ensure(name: string, by: string, again = false): Promise<Job | undefined> {
    if (adoptedPath(name) !== undefined) return undefined
    const want = await wanted(name)
    if (again) refuseInUse(name, want.key, 'built anew')
    if (!again && !building.has(want.key) && (await exists(join(folderOf(want.key), manifestName)))) return undefined
    const project = (await declaredOf(name)).project ? ours.folderOf(name) : null
    const job = await startBuild({ name, want, by, again, project })
    const good = await lastGood(records.lastBuild(name), folderOf)
    records.built(name, { key: want.key, job: job.id, good: good?.key ?? null })
    return job
  }

  /** An environment as a lock says it, whatever is declared today: built already, or its build. */
  async function ofLock({ name, key, lock, by }: { readonly name: string; readonly key: string | null; readonly lock: string; readonly by: string }): Promise<{ readonly key: string; readonly interpreter: string; readonly job: Job | undefined }> {
    if (key !== null && (await exists(join(folderOf(key), manifestName)))) return { key, interpreter: pythonIn(folderOf(key)), job: undefined }
    const want = await wantedOf({ declared: { name, python: /^# Python (3\.\d+)/.exec(lock)?.[1] ?? '', requirements: lock, project: false, variables: {}, secrets: [] }, root, home, probes })
    const interpreter = pythonIn(folderOf(want.key))
    if (!building.has(want.key) && (await exists(join(folderOf(want.key), manifestName)))) return { key: want.key, interpreter, job: undefined }
    return { key: want.key, interpreter, job: await startBuild({ name: `${name}, as it was locked`, want, by, again: false, project: null }) }
  }

  async function startBuild({ name, want, by, again, project }: { readonly name: string; readonly want: Wanted; readonly by: string; readonly again: boolean; readonly project: string | null }): Promise<Job> {
    const plan: Plan = { name, ...want, folder: folderOf(want.key), home, project, again, files: [...want.files] }
    const plans = join(home, 'plans')
    await makeFolder(plans)
    const path = join(plans, `${want.key}.json`)
    await writeFile(path, JSON.stringify(plan))
    const under = building.get(want.key)
    if (under !== undefined) return jobs.get(under)
    const job = jobs.submit({
      kind: buildKind, title: `Build the environment ${name}`, by, result: { environment: name },
      spec: ProcessSpec.parse({ argv: [process.execPath, join(import.meta.dirname, 'builder.ts'), path], cwd: root, variables: { ATELIER_BUILD_HOME: home }, resources: { cpu: 1 }, retries: {}, tags: { environment: name, key: want.key } }),
    })
    watch(job.id, want.key)
    return job
  }

  /** Names of the secrets that it gives to what runs in it. */
  async function secretsOf(name: string): Promise<readonly string[]> {
    return adoptedPath(name) === undefined ? (await declaredOf(name)).secrets : []
  }

  /** For work that starts now: a Problem where the environment is not ready. */
  async function usable(name: string): Promise<Usable> {
    const path = adoptedPath(name)
    if (path !== undefined) {
      if (!(await probes.probe(path, { sure: true }))) throw new Problem('invalid', `The environment “${name}” was adopted from “${path}”, which is no Python any more.`, 'environment')
      return { name, interpreter: path, key: `adopted:${path}`, lock: (await packagesOf(path)).map((one) => `${one.name}==${one.version}`).join('\n'), variables: {}, secrets: [] }
    }
    const { key } = await wanted(name)
    const manifest = await manifestIn(folderOf(key))
    if (!manifest) throw new Problem('conflict', `The environment “${name}” is not built yet.`, 'environment')
    const { variables, secrets } = await declaredOf(name)
    const now = new Date()
    await utimes(join(folderOf(key), manifestName), now, now).catch(() => {})
    return { name, interpreter: pythonIn(folderOf(key)), key, lock: manifest.lock, variables, secrets }
  }

  /** Folders that no environment of this workspace wants any more, the longest unused first. */
  async function prune({ keepBytes, dry }: { readonly keepBytes: number; readonly dry: boolean }) {
    const kept = await Promise.all((await names()).map((name) => wanted(name).then(({ key }) => key, () => '')))
    const inUse = jobs.list({ running: true, limit: 1 }).flatMap(({ id }) => records.keyUsedBy(id) ?? [])
    return pruned({ folder: join(home, 'environments'), keep: new Set([...kept, ...building.keys(), ...inUse]), keepBytes, dry })
  }

  /** The folder of what runs now must stay as it is. */
  function refuseInUse(name: string, key: string, what: string): void {
    const titles = jobs.list({ running: true, limit: 1 }).filter(({ id }) => records.keyUsedBy(id) === key).map(({ title }) => `“${title}”`)
    if (titles.length > 0) throw new Problem('conflict', `“${name}” cannot be ${what} now: ${titles.slice(0, 3).join(', ')}${titles.length > 3 ? ` and ${titles.length - 3} more` : ''} ${titles.length === 1 ? 'needs' : 'need'} it. Stop ${titles.length === 1 ? 'it' : 'them'} first, or wait for the end.`)
  }

  /** Whether what was built for it went, too: another environment may be made of the same. */
  async function remove(name: string): Promise<boolean> {
    const own = adoptedPath(name) === undefined ? await wanted(name).then((want) => want.key, () => undefined) : undefined
    if (own !== undefined) refuseInUse(name, own, 'deleted')
    const under = own === undefined ? undefined : building.get(own)
    if (under !== undefined) { jobs.cancel(under); await jobs.settled(under) }
    records.forget(name)
    const others = (await names()).filter((one) => one !== name)
    const still = await Promise.all(others.map((one) => wanted(one).then(({ key }) => key, () => '')))
    if (own === undefined || still.includes(own)) return false
    await rm(folderOf(own), { recursive: true, force: true })
    return true
  }

  function used(name: string, use: EnvironmentUse): void {
    records.used(name, use)
    tell('used')
  }

  return { names, summary, probes, used, uses: records.uses, declared: ours, declaredOf, secretsOf, wanted, adoptedPath, adopt: records.adopt, ensure, ofLock, usable, interpreterOf: (key: string) => pythonIn(folderOf(key)), prune, remove, manifest: (key: string) => manifestIn(folderOf(key)), lastGood: (name: string) => lastGood(records.lastBuild(name), folderOf), home, keys: () => readdir(join(home, 'environments')).catch(() => []) }
}

function jobOf(jobs: Jobs, id: string): Job | undefined {
  try {
    return jobs.get(id)
  } catch {
    return undefined
  }
}

async function adoptedSummary(name: string, path: string, { probe }: Probes): Promise<Omit<EnvironmentSummary, 'packages' | 'lastUsed'>> {
  const told = await probe(path, { sure: true })
  return {
    name, kind: 'adopted', state: told ? 'ready' : 'missing', reason: told ? `An interpreter of this machine, taken as it is: ${path}` : `“${path}” is no Python any more.`,
    python: told?.version ?? '', key: told ? `adopted:${path}` : null, interpreter: told ? path : null, bytes: null, built: null, job: null,
  }
}
