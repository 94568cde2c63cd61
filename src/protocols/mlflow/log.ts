import type { KeyValue } from '#areas/runs/domain/run.ts'
import type { Runs } from '#areas/runs/server/store.ts'
import type { NewMetric } from '#areas/runs/server/types.ts'
import { double, int64, list, message, needed, runId, text } from './wire/fields.ts'
import type { Given } from './wire/fields.ts'
import { badValue } from './wire/refusal.ts'
import { route } from './wire/route.ts'
import type { Route } from './wire/route.ts'
import { pair } from './words.ts'

const point = { key: needed(text), value: needed(double), timestamp: needed(int64), step: int64, model_id: text, dataset_name: text, dataset_digest: text }
const dataset = message({ name: needed(text), digest: needed(text), source_type: text, source: text, schema: text, profile: text })
const output = message({ model_id: needed(text), step: int64 })

/** What a run writes while it trains. */
export function logRoutes({ log, runs }: Pick<Runs, 'log' | 'runs'>): readonly Route[] {
  return [
    route('POST', '/mlflow/runs/log-metric', { run_id: runId, ...point }, async ({ run_id, ...metric }, { actor }) => { await log.metric({ run: run_id, metric: metricOf(metric), by: actor.name }) }),
    route('POST', '/mlflow/runs/log-parameter', { run_id: runId, key: needed(text), value: text }, async ({ run_id, key, value = '' }, { actor }) => { await log.param({ run: run_id, key, value, by: actor.name }) }),
    route('POST', '/mlflow/runs/log-batch', { run_id: runId, metrics: list(message(point)), params: list(pair), tags: list(pair) }, async ({ run_id, metrics, params, tags }, { actor }) => {
      await log.batch({ run: run_id, metrics: metrics.map(metricOf), params, tags, by: actor.name })
    }),
    route('POST', '/mlflow/runs/log-inputs', { run_id: runId, datasets: list(message({ tags: list(pair), dataset: needed(dataset) })), models: list(message({ model_id: needed(text) })) }, async ({ run_id, datasets, models }, { actor }) => {
      await log.inputs({ run: run_id, datasets: datasets.map(inputOf), models: models.map(({ model_id }) => model_id), by: actor.name })
    }),
    route('POST', '/mlflow/runs/outputs', { run_id: runId, models: { ...list(output), required: true } }, async ({ run_id, models }, { actor }) => {
      await log.outputs({ run: run_id, models: models.map(({ model_id, step = 0 }) => ({ model: model_id, step })), by: actor.name })
    }),
    route('POST', '/mlflow/runs/log-model', { run_id: runId, model_json: needed(text) }, async ({ run_id, model_json }, { actor }) => {
      const { tags } = runs.get(run_id)
      const old: unknown = JSON.parse(tags.find(({ key }) => key === modelHistory)?.value ?? '[]')
      const value = JSON.stringify([...(Array.isArray(old) ? old : []), describedModel(model_json)])
      await runs.setTags(run_id, [{ key: modelHistory, value }], actor.name)
    }),
  ]
}

/** Old clients tell of a model by this tag of its run. */
const modelHistory = 'mlflow.log-model.history'

function metricOf({ key, value, timestamp, step = 0, model_id, dataset_name, dataset_digest }: Given<typeof point>): NewMetric {
  return { key, value, time: timestamp, step, model: model_id, datasetName: dataset_name, datasetDigest: dataset_digest }
}

function inputOf({ dataset: { name, digest, source_type = '', source = '', schema, profile }, tags }: { readonly dataset: Exclude<ReturnType<typeof dataset.read>, undefined>; readonly tags: readonly KeyValue[] }) {
  return { dataset: { name, digest, sourceType: source_type, source, schema: schema ?? null, profile: profile ?? null }, tags }
}

function describedModel(json: string): object {
  const model = parsed(json)
  const facts = typeof model === 'object' && model !== null ? Object.entries(model) : []
  const missing = ['artifact_path', 'flavors', 'utc_time_created', 'run_id'].filter((name) => !facts.some(([key]) => key === name))
  if (missing.length > 0) throw badValue(`Model json is missing mandatory fields: {${missing.map((name) => `'${name}'`).join(', ')}}`)
  return Object.fromEntries(facts.filter(([key]) => ['run_id', 'utc_time_created', 'artifact_path', 'model_uuid', 'flavors'].includes(key)))
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw badValue(`Malformed model info. \n ${json} \n is not a valid JSON.`)
  }
}
