import type { Runs } from '#areas/runs/server/store.ts'
import { infoSaid, listed, runSaid, tokenSaid } from './speak.ts'
import { bounded, int64, list, needed, runId, text, texts } from './wire/fields.ts'
import { route } from './wire/route.ts'
import type { Route } from './wire/route.ts'
import { experimentIds, most, pair, runStatus, viewOf, viewType } from './words.ts'

export function runRoutes({ runs }: Pick<Runs, 'runs'>): readonly Route[] {
  return [
    route('POST', '/mlflow/runs/create', { experiment_id: text, user_id: text, run_name: text, start_time: int64, tags: list(pair) }, async ({ experiment_id = '', user_id, run_name, start_time, tags }, { actor }) => {
      const { id } = await runs.create({ experiment: experiment_id, name: run_name, user: user_id, start: start_time, tags, by: actor.name })
      return { run: runSaid(runs.get(id)) }
    }),
    route('POST', '/mlflow/runs/update', { run_id: runId, end_time: int64, status: runStatus, run_name: text }, async ({ run_id, end_time, status, run_name }, { actor }) =>
      ({ run_info: infoSaid(await runs.update(run_id, { status, end: end_time, name: run_name }, actor.name)) })),
    route('POST', '/mlflow/runs/delete', { run_id: runId }, async ({ run_id }, { actor }) => { await runs.remove(run_id, actor.name) }),
    route('POST', '/mlflow/runs/restore', { run_id: runId }, async ({ run_id }, { actor }) => { await runs.restore(run_id, actor.name) }),
    route('GET', '/mlflow/runs/get', { run_id: runId }, ({ run_id }) => ({ run: runSaid(runs.get(run_id)) })),
    route('POST', '/mlflow/runs/search', {
      experiment_ids: texts, filter: text, run_view_type: viewType, max_results: bounded(int64, (n) => n <= 50_000), order_by: texts, page_token: text,
    }, ({ experiment_ids, filter, run_view_type, max_results = 1000, order_by, page_token }) => {
      const { items, next } = runs.search({ experiments: experimentIds(experiment_ids), filter, view: viewOf(run_view_type), order: order_by, max: most(max_results), token: page_token })
      return { ...listed('runs', items.map(runSaid)), ...tokenSaid(next) }
    }),
    route('POST', '/mlflow/runs/set-tag', { run_id: runId, key: needed(text), value: text }, async ({ run_id, key, value = '' }, { actor }) => { await runs.setTags(run_id, [{ key, value }], actor.name) }),
    route('POST', '/mlflow/runs/delete-tag', { run_id: runId, key: needed(text) }, async ({ run_id, key }) => { await runs.deleteTag(run_id, key) }),
  ]
}
