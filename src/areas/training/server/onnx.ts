import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ProcessSpec } from '#areas/jobs/domain/process.ts'
import type { Jobs } from '#areas/jobs/server/store.ts'
import type { Environments } from '#areas/environments/server/store.ts'
import type { Registry } from '#areas/registry/server/store.ts'
import type { Artifacts } from '#areas/runs/server/artifacts.ts'
import type { Runs } from '#areas/runs/server/store.ts'
import { newId } from '#lib/ids.ts'
import { exists, makeFolder } from '#node/files.ts'
import type { Events } from '#wire/events.ts'
import { Problem } from '#wire/problem.ts'
import { tolerance, Verification } from '../domain/verification.ts'
import { environmentAgain, environmentFor } from './environment.ts'
import type { Ready } from './environment.ts'
import type { Conversion, Records } from './records.ts'

const script = join(import.meta.dirname, '..', '..', '..', 'python', 'atelier_worker', 'to_onnx.py')
const toldName = 'verification.json'

interface Needs { readonly jobs: Jobs; readonly environments: Environments; readonly registry: Registry; readonly runs: Runs; readonly artifacts: Artifacts; readonly records: Records; readonly events: Events }
interface Asked { readonly model: string; readonly version?: number | undefined; readonly accept?: number | undefined }
type Source = Pick<Conversion, 'uri' | 'loggedModel' | 'model' | 'version'> & { readonly run: string | null; /** As a person calls it. */ readonly called: string }

/** Models as ONNX: converted and verified in the environment that made them, kept beside them when they agree. */
export function openOnnx({ jobs, environments, registry, runs, artifacts, records, events }: Needs) {
  for (const one of records.conversions.open()) follow(one)

  async function convert(asked: Asked, by: string): Promise<{ job: string }> {
    const source = sourceOf(asked)
    const folder = await artifacts.placeOf(source.uri)
    if (!(await exists(join(folder, 'MLmodel')))) throw new Problem('missing', 'The files of this model are not on this machine, or it was not logged as an MLflow model. Log it with mlflow.<flavor>.log_model.', 'model')
    const environment = await environmentOf(source.run, by)
    const job = newId('job')
    const out = outOf(job)
    await makeFolder(out)
    const conversion: Conversion = { job, uri: source.uri, loggedModel: source.loggedModel, model: source.model, version: source.version, by }
    records.conversions.put(conversion)
    const title = `Convert ${source.called} to ONNX`
    jobs.submit({
      id: job, kind: 'training.onnx', title, by, result: { run: source.run, model: source.model, version: source.version },
      spec: ProcessSpec.parse({ argv: [environment.interpreter, script, folder, out, String(asked.accept ?? tolerance)], cwd: out, variables: { PYTHONUNBUFFERED: '1', MLFLOW_DISABLE_TELEMETRY: 'true', ...environment.variables }, resources: {}, retries: {}, tags: { environment: environment.name }, environment: { name: environment.name, key: environment.key }, after: environment.job === null ? [] : [environment.job], warm: true }),
    })
    if (environment.key !== null) environments.used(environment.name, { job, run: source.run, title, by, at: new Date().toISOString(), key: environment.key })
    follow(conversion)
    return { job }
  }

  function sourceOf({ model, version }: Asked): Source {
    if (model.startsWith('m-')) {
      const logged = runs.models.get(model)
      return { uri: logged.artifactUri, loggedModel: model, model: null, version: null, run: logged.run, called: logged.run === null ? logged.name : `${logged.name} of ${runs.runs.info(logged.run).name}` }
    }
    if (version === undefined) throw new Problem('invalid', 'Say which version of the registered model is meant.', 'version')
    const record = registry.rows.needVersion(model, version)
    return { uri: record.storage, loggedModel: record.loggedModel || null, model, version, run: record.run || null, called: `${model} v${version}` }
  }

  async function environmentOf(run: string | null, by: string): Promise<Ready> {
    const before = run === null ? undefined : records.ofRun(run)
    return before && before.lock !== null ? environmentAgain(environments, before, by) : environmentFor(environments, 'default', by)
  }

  function follow(one: Conversion): void {
    void over(one).catch((error: unknown) => { if (!(error instanceof Problem)) console.error(error) }).finally(() => records.conversions.end(one.job))
  }

  async function over({ job, uri, loggedModel, model, version, by }: Conversion): Promise<void> {
    const { state } = await jobs.settled(job)
    const told = await checkedBy(job)
    if (state !== 'done' || !told || told.delta === null) return
    await cp(outOf(job), await artifacts.placeOf(uri, 'onnx'), { recursive: true })
    const tag = { key: 'atelier.onnx.delta', value: told.delta.toExponential(2) }
    if (loggedModel !== null) await runs.models.setTags(loggedModel, [tag], by)
    if (model !== null && version !== null) registry.change(() => registry.versions.setTag({ model, version }, tag, by))
    for (const area of ['registry', 'training']) events.tell({ area, ids: [], what: 'onnx' })
  }

  function outOf(job: string): string {
    return join(jobs.folderOf(job, 1), '..', 'onnx')
  }

  function checkedBy(job: string): Promise<Verification | null> {
    return toldIn(join(outOf(job), toldName))
  }

  /** What stands beside the model, and what a conversion found that may have been refused. */
  async function standing({ job, ...asked }: Asked & { readonly job?: string | undefined }): Promise<{ kept: Verification | null; checked: Verification | null }> {
    const place = await artifacts.placeOf(sourceOf(asked).uri, `onnx/${toldName}`).catch((error: unknown) => { if (error instanceof Problem) return undefined; throw error })
    return { kept: place === undefined ? null : await toldIn(place), checked: job === undefined ? null : await checkedBy(jobs.get(job).id) }
  }

  return { convert, standing }
}

async function toldIn(path: string): Promise<Verification | null> {
  const text = await readFile(path, 'utf8').catch(() => 'null')
  return Verification.nullable().parse(JSON.parse(text))
}
