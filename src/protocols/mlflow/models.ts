import type { Runs } from '#areas/runs/server/store.ts'
import { listed, modelSaid } from './speak.ts'
import { searchModels } from './model-search.ts'
import { flag, int64, list, message, needed, text, texts } from './wire/fields.ts'
import { route } from './wire/route.ts'
import type { Route } from './wire/route.ts'
import { experimentIds, modelStatus, modelStatuses, pair } from './words.ts'

const model_id = needed(text)
const order = message({ field_name: needed(text), ascending: flag, dataset_name: text, dataset_digest: text })

/** Logged models of MLflow 3. */
export function modelRoutes({ models }: Pick<Runs, 'models'>): readonly Route[] {
  return [
    route('POST', '/mlflow/logged-models', { experiment_id: needed(text), name: text, model_type: text, source_run_id: text, params: list(pair), tags: list(pair) }, async ({ experiment_id, name, model_type, source_run_id, params, tags }, { actor }) =>
      ({ model: modelSaid(await models.create({ experiment: experiment_id, name, type: model_type, run: source_run_id || undefined, params, tags, by: actor.name })) })),
    route('POST', '/mlflow/logged-models/search', {
      experiment_ids: { ...texts, required: true }, filter: text, datasets: list(message({ dataset_name: text, dataset_digest: text })), max_results: int64, order_by: list(order), page_token: text,
    }, ({ experiment_ids, ...search }) => {
      const { items, next } = searchModels(models.ofExperiments(experimentIds(experiment_ids)), { experiments: experiment_ids, ...search })
      return { ...listed('models', items.map(modelSaid)), ...(next === undefined ? {} : { next_page_token: next }) }
    }),
    route('GET', '/mlflow/logged-models/:model_id', { model_id, allow_deleted: flag }, ({ model_id: id, allow_deleted = false }) => ({ model: modelSaid(models.get(id, { deleted: allow_deleted })) })),
    route('PATCH', '/mlflow/logged-models/:model_id', { model_id, status: needed(modelStatus) }, async ({ model_id: id, status }, { actor }) => ({ model: modelSaid(await models.finalize(id, modelStatuses[status], actor.name)) })),
    route('DELETE', '/mlflow/logged-models/:model_id', { model_id }, async ({ model_id: id }, { actor }) => { await models.remove(id, actor.name) }),
    route('PATCH', '/mlflow/logged-models/:model_id/tags', { model_id, tags: list(pair) }, async ({ model_id: id, tags }, { actor }) => { await models.setTags(id, tags, actor.name) }),
    route('DELETE', '/mlflow/logged-models/:model_id/tags/:tag_key', { model_id, tag_key: needed(text) }, async ({ model_id: id, tag_key }, { actor }) => { await models.deleteTag(id, tag_key, actor.name) }),
    route('POST', '/mlflow/logged-models/:model_id/params', { model_id, params: list(pair) }, async ({ model_id: id, params }, { actor }) => { await models.logParams(id, params, actor.name) }),
  ]
}
