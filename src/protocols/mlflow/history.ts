import type { Runs } from '#areas/runs/server/store.ts'
import { listed, pointSaid, tokenSaid } from './speak.ts'
import { bounded, int64, needed, runId, text, texts } from './wire/fields.ts'
import { badValue } from './wire/refusal.ts'
import { route } from './wire/route.ts'
import type { Route } from './wire/route.ts'

const mostRuns = 100
const mostPoints = 25_000
const mostPerRun = 2500

/** Metrics over time. */
export function historyRoutes({ history }: Pick<Runs, 'history'>): readonly Route[] {
  return [
    route('GET', '/mlflow/metrics/get-history', { run_id: runId, metric_key: needed(text), page_token: text, max_results: int64 }, ({ run_id, metric_key, page_token, max_results }) => {
      if (max_results !== undefined && max_results <= 0) throw badValue(`Invalid value ${max_results} for parameter 'max_results' supplied. It must be a positive integer.`)
      const { items, next } = history.points({ run: run_id, key: metric_key, max: max_results, token: page_token })
      return { ...listed('metrics', items.map(pointSaid)), ...tokenSaid(next) }
    }),
    route('GET', '/mlflow/metrics/get-history-bulk', { run_id: texts, metric_key: text, max_results: int64 }, ({ run_id, metric_key, max_results = mostPoints }) => {
      if (run_id.length === 0) throw badValue('GetMetricHistoryBulk request must specify at least one run_id.')
      if (run_id.length > mostRuns) throw badValue(`GetMetricHistoryBulk request cannot specify more than ${mostRuns} run_ids. Received ${run_id.length} run_ids.`)
      if (metric_key === undefined) throw badValue('GetMetricHistoryBulk request must specify a metric_key.')
      const found = history.bulk({ runs: run_id, key: metric_key, max: Math.max(0, Math.min(max_results, mostPoints)) })
      return { metrics: found.map(({ run, point }) => ({ ...pointSaid(point), run_id: run })) }
    }),
    route('GET', '/mlflow/metrics/get-history-bulk-interval', {
      run_ids: bounded({ ...texts, required: true }, (ids) => ids.length <= mostRuns, (ids) => `GetMetricHistoryBulkInterval request must specify at most ${mostRuns} run_ids. Received ${ids.length} run_ids.`),
      metric_key: needed(text), start_step: int64, end_step: int64,
      max_results: bounded(int64, (n) => n >= 1 && n <= mostPerRun, () => `max_results must be between 1 and ${mostPerRun}.`),
    }, ({ run_ids, metric_key, start_step, end_step, max_results = mostPerRun }) => {
      if ((start_step === undefined) !== (end_step === undefined)) throw badValue('If either start step or end step are specified, both must be specified.')
      if (start_step !== undefined && end_step !== undefined && start_step > end_step) throw badValue(`end_step must be greater than start_step. Found start_step=${start_step} and end_step=${end_step}.`)
      const found = history.interval({ runs: run_ids, key: metric_key, max: max_results, startStep: start_step, endStep: end_step })
      return listed('metrics', found.map(({ run, point }) => ({ ...pointSaid(point), run_id: run })))
    }),
  ]
}
