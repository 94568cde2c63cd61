import type { Runs } from '#areas/runs/server/store.ts'
import { Problem } from '#wire/problem.ts'
import { experimentSaid, listed, tokenSaid } from './speak.ts'
import { int64, list, needed, text, texts } from './wire/fields.ts'
import { badValue } from './wire/refusal.ts'
import { route } from './wire/route.ts'
import type { Route } from './wire/route.ts'
import { most, pair, viewOf, viewType } from './words.ts'

const experiment_id = needed(text)

export function experimentRoutes({ experiments, datasets }: Pick<Runs, 'experiments' | 'datasets'>): readonly Route[] {
  return [
    route('POST', '/mlflow/experiments/create', { name: needed(text), artifact_location: text, tags: list(pair) }, async ({ name, artifact_location, tags }, { actor }) => {
      const { id } = await experiments.create({ name, artifactLocation: artifact_location, tags, by: actor.name })
      return { experiment_id: id }
    }),
    route('GET', '/mlflow/experiments/get', { experiment_id }, ({ experiment_id: id }) => ({ experiment: experimentSaid(experiments.get(id)) })),
    route('GET', '/mlflow/experiments/get-by-name', { experiment_name: needed(text) }, ({ experiment_name }) => {
      const found = experiments.byName(experiment_name)
      if (!found) throw new Problem('missing', `Could not find experiment with name '${experiment_name}'`)
      return { experiment: experimentSaid(found) }
    }),
    route(['GET', 'POST'], '/mlflow/experiments/search', { view_type: viewType, max_results: int64, order_by: texts, filter: text, page_token: text }, ({ view_type, max_results = 0, order_by, filter, page_token }) => {
      const { items, next } = experiments.search({ filter, view: viewOf(view_type), order: order_by, max: most(max_results), token: page_token })
      return { ...listed('experiments', items.map(experimentSaid)), ...tokenSaid(next) }
    }),
    route('POST', '/mlflow/experiments/delete', { experiment_id }, async ({ experiment_id: id }, { actor }) => { await experiments.remove(id, actor.name) }),
    route('POST', '/mlflow/experiments/restore', { experiment_id }, async ({ experiment_id: id }, { actor }) => { await experiments.restore(id, actor.name) }),
    route('POST', '/mlflow/experiments/update', { experiment_id, new_name: needed(text) }, async ({ experiment_id: id, new_name }, { actor }) => { await experiments.rename(id, new_name, actor.name) }),
    route('POST', '/mlflow/experiments/set-experiment-tag', { experiment_id, key: needed(text), value: text }, async ({ experiment_id: id, key, value = '' }) => { await experiments.setTag(id, { key, value }) }),
    route('POST', '/mlflow/experiments/delete-experiment-tag', { experiment_id, key: needed(text) }, async ({ experiment_id: id, key }) => { await experiments.deleteTag(id, key) }),
    route('POST', '/mlflow/experiments/search-datasets', { experiment_ids: texts }, ({ experiment_ids }) => {
      if (experiment_ids.length > 20) throw badValue(`SearchDatasets request cannot specify more than 20 experiment_ids. Received ${experiment_ids.length} experiment_ids.`)
      if (experiment_ids.length === 0) throw badValue('SearchDatasets request must specify at least one experiment_id.')
      return listed('dataset_summaries', datasets.summaries(experiment_ids).map(({ experiment, name, digest, context }) => ({ experiment_id: experiment, name, digest, ...(context === null ? {} : { context }) })))
    }),
  ]
}
