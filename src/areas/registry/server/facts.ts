import type { Datasets } from '#areas/datasets/server/store.ts'
import { systemLast } from '#areas/runs/domain/column.ts'
import type { DatasetInput, MetricValue } from '#areas/runs/domain/run.ts'
import { valueOf } from '#areas/runs/server/detail.ts'
import type { Artifacts } from '#areas/runs/server/artifacts.ts'
import type { Runs } from '#areas/runs/server/store.ts'
import type { FullModel, FullRun } from '#areas/runs/server/types.ts'
import { Problem } from '#wire/problem.ts'
import type { Facts, GateResult } from '../domain/evidence.ts'
import { knownAs } from '#areas/runs/domain/known-data.ts'
import { knownData } from '#areas/runs/server/known-data.ts'
import type { Policy } from '../domain/policy.ts'
import type { VersionDetail, VersionInfo } from '../domain/registered.ts'
import type { ReadFolder, openFolders } from './folder.ts'
import type { Log } from './log.ts'
import type { VersionRecord } from './records.ts'
import type { Rows } from './rows.ts'
import { successorOf } from './successor.ts'

/** What a later area judges of a version, by a name that policies ask for; undefined while it has nothing to say. */
export interface Gate {
  readonly name: string
  readonly about: string
  readonly judge: (at: { readonly model: string; readonly version: number }) => Promise<Omit<GateResult, 'name'> | undefined>
}

interface Needs { readonly rows: Rows; readonly log: Log; readonly runs: Runs; readonly datasets: Datasets; readonly artifacts: Pick<Artifacts, 'placeOf'>; readonly folders: ReturnType<typeof openFolders>; readonly gates: readonly Gate[] }

/** What is known of a version from everything that recorded something about it. */
export function openFacts({ rows, log, runs, datasets, artifacts, folders, gates }: Needs) {
  const runOf = (id: string): FullRun | undefined => (id === '' ? undefined : absent(() => runs.runs.get(id)))
  const modelOf = (id: string): FullModel | undefined => (id === '' ? undefined : absent(() => runs.models.get(id, { deleted: true })))

  function metricsOf(record: VersionRecord): VersionInfo['metrics'] {
    const ofRun = (runOf(record.run)?.metrics ?? []).map(({ key, value }): [string, MetricValue] => [key, valueOf(value)])
    const ofModel = Map.groupBy(modelOf(record.loggedModel)?.metrics ?? [], ({ key }) => key)
    const own = [...ofModel].map(([key, points]): [string, MetricValue] => [key, valueOf(points.reduce((a, b) => (b.step > a.step || (b.step === a.step && b.time >= a.time) ? b : a)).value)])
    return [...new Map([...ofRun, ...own])].map(([key, value]) => ({ key, value })).sort((a, b) => systemLast(a.key, b.key))
  }

  function info(record: VersionRecord): VersionInfo {
    const { model, version, approval, stage, status, by, created, updated, source, bytes, origin } = record
    return {
      model, version, approval, stage, status, by, created, updated, source, bytes, origin, aliases: rows.aliasesOn(record), description: record.description ?? '',
      run: record.run || null, runName: runOf(record.run)?.info.name ?? null, loggedModel: record.loggedModel || null, tags: rows.versionTags(record), metrics: metricsOf(record),
    }
  }

  /** Undefined where the files are not on this machine, or gone. */
  async function folderOf({ storage }: Pick<VersionRecord, 'storage'>): Promise<ReadFolder | undefined> {
    if (!/^(\/|[a-z][a-z0-9+.-]*:)/i.test(storage)) return undefined
    const place = await artifacts.placeOf(storage).catch((error: unknown) => { if (error instanceof Problem) return undefined; throw error })
    return place === undefined ? undefined : folders.read(place)
  }

  /** Inputs of the run, or of the run that the logged model came from. */
  function inputsOf(record: VersionRecord): DatasetInput[] {
    const run = runOf(record.run) ?? runOf(modelOf(record.loggedModel)?.run ?? '')
    return (run?.inputs ?? []).map(({ dataset, tags }) => ({ ...dataset, context: tags.find(({ key }) => key === 'mlflow.data.context')?.value ?? null }))
  }

  async function datasetsOf(record: VersionRecord): Promise<VersionDetail['datasets']> {
    const inputs = inputsOf(record)
    const known = inputs.length === 0 ? [] : await knownData(datasets)
    const began = runOf(record.run)?.info.start ?? null
    return inputs.map((input) => {
      const found = knownAs(input, known, began)
      return { name: input.name, digest: input.digest, context: input.context, dataset: found?.dataset ?? null, datasetVersion: found?.version ?? null }
    })
  }

  /** A param of the logged model goes before one of the run. */
  function paramsOf(record: VersionRecord): VersionDetail['params'] {
    const pairs = [...(runOf(record.run)?.params ?? []), ...(modelOf(record.loggedModel)?.params ?? [])]
    return [...new Map(pairs.map(({ key, value }) => [key, value]))].map(([key, value]) => ({ key, value }))
  }

  function championOf(record: Pick<VersionRecord, 'modelId' | 'model'>): VersionRecord | undefined {
    const version = rows.aliasesOf(record.modelId).find(({ alias }) => alias === 'champion')?.version
    return version === undefined ? undefined : rows.needVersion(record.model, version)
  }

  /** Whom a version is measured against. One that serves before anybody approved it is measured against the version that served before it, not against itself. */
  function rivalOf(record: VersionRecord): VersionRecord | undefined {
    const champion = championOf(record)
    if (champion?.version !== record.version || record.approval === 'approved') return champion
    const before = successorOf({ rows, log }, record)
    return before ? rows.needVersion(record.model, before.version) : champion
  }

  async function factsOf(record: VersionRecord, policy: Policy): Promise<Facts> {
    const champion = rivalOf(record)
    const asked = new Set(policy.items.flatMap((item) => (item.kind === 'gate' ? [item.name] : [])))
    const [folder, judged] = await Promise.all([folderOf(record), Promise.all(gates.filter(({ name }) => asked.has(name)).map((gate) => judgedBy(gate, record)))])
    return {
      version: record.version, metrics: metricsOf(record), champion: champion ? { version: champion.version, metrics: metricsOf(champion) } : null,
      signature: (folder?.signature ?? null) !== null, example: (folder?.example ?? null) !== null, datasets: inputsOf(record).map(({ name }) => name), description: record.description ?? '',
      comments: log.comments(record.modelId, record.version), reviews: log.reviews(record.modelId, record.version), gates: judged.flat(),
    }
  }

  return { info, folderOf, datasetsOf, paramsOf, championOf, factsOf, runOf, modelOf, loggedIn: (run: string) => runs.models.ofRun(run) }
}

async function judgedBy({ name, judge }: Gate, { model, version }: VersionRecord): Promise<GateResult[]> {
  const result = await judge({ model, version })
  return result ? [{ name, ...result }] : []
}

function absent<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof Problem && error.code === 'missing') return undefined
    throw error
  }
}
