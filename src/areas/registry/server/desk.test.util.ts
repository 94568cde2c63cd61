import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openDatasets } from '#areas/datasets/server/store.ts'
import { openJobs } from '#areas/jobs/server/store.ts'
import { openArtifacts } from '#areas/runs/server/artifacts.ts'
import { openRuns } from '#areas/runs/server/store.ts'
import { openDuck } from '#node/duckdb/duck.ts'
import { openSqlite } from '#node/sqlite.ts'
import { openEvents } from '#wire/events.ts'
import { registryRoutes } from './routes.ts'
import { openRegistry } from './store.ts'

export const mlModel = `artifact_path: model
flavors:
  python_function:
    loader_module: mlflow.sklearn
    python_version: 3.11.2
  sklearn:
    pickled_model: model.pkl
    serialization_format: cloudpickle
    sklearn_version: 1.9.1
mlflow_version: 3.17.2
saved_input_example_info:
  artifact_path: input_example.json
  type: dataframe
signature:
  inputs: '[{"type": "double", "name": "x", "required": true}]'
  outputs: '[{"type": "tensor", "tensor-spec": {"dtype": "int64", "shape": [-1]}}]'
  params: null
`
const modelFiles = { MLmodel: mlModel, 'model.pkl': '\u0080\u0004never opened', 'requirements.txt': 'mlflow==3.17.2\nscikit-learn==1.9.1\n', 'python_env.yaml': 'python: 3.11.2\n', 'input_example.json': '{"columns": ["x"], "data": [[1.5], [2]]}' }

/** A workspace of its own with the real stores. */
export function openDesk(files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const root = mkdtempSync(join(tmpdir(), 'atelier-registry-'))
  const put = (name: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), content)
  }
  for (const [name, content] of Object.entries(files)) put(name, content)
  const studio = join(root, '.atelier')
  mkdirSync(studio, { recursive: true })
  const sqlite = openSqlite(join(studio, 'atelier.db'))
  const events = openEvents()
  const jobs = openJobs({ sqlite, events })
  const duck = openDuck({ allowed: [root], temporary: join(studio, 'tmp'), threads: 1 })
  const datasets = openDatasets({ sqlite, duck, root, jobs, events })
  const runs = openRuns({ sqlite, events })
  const artifacts = openArtifacts({ destination: join(studio, 'artifacts'), studio })
  const registry = openRegistry({ sqlite, runs, datasets, artifacts, events, root })
  onTestFinished(() => { runs.close(); duck.close(); sqlite.close() })

  /** A finished run with metrics and params and a logged model whose files are there. */
  async function log(metrics: Readonly<Record<string, number>> = {}, over: Readonly<Record<string, string>> = modelFiles) {
    const run = (await runs.runs.create({ experiment: '0', by: 'me' })).id
    const points = Object.entries(metrics).map(([key, value]) => ({ key, value, step: 0, time: 1 }))
    await runs.log.batch({ run, metrics: points, params: [{ key: 'lr', value: '0.1' }], by: 'me' })
    const model = await runs.models.create({ experiment: '0', name: 'model', run, by: 'me' })
    await runs.models.finalize(model.id, 'READY', 'me')
    const place = await artifacts.placeOf(model.artifactUri)
    for (const [name, content] of Object.entries(over)) {
      mkdirSync(dirname(join(place, name)), { recursive: true })
      writeFileSync(join(place, name), content)
    }
    return { run, model: model.id, uri: model.artifactUri, place }
  }

  const app = registryRoutes({ registry })
  /** The answer, or the refusal as `code: sentence`. */
  async function ask(call: string, input: unknown = {}) {
    const answer = await app.request(`/registry.${call}`, { method: 'POST', body: JSON.stringify(input) })
    const body = await answer.json()
    return answer.ok ? body : `${body.code}: ${body.message}`
  }
  return { root, put, sqlite, events, jobs, datasets, runs, artifacts, registry, log, app, ask }
}
