import { MetricValue } from '../domain/run.ts'
import type { LoggedModel, MetricSummary, RunDetail } from '../domain/run.ts'
import { numberCell } from './cell-value.ts'
import { contextOf } from './inputs.ts'
import type { Runs } from './store.ts'
import type { FullModel, LatestMetric, ModelPoint } from './types.ts'

/** A run as its page shows it. */
export function detailOf(store: Runs, id: string): RunDetail {
  const { info, metrics, params, tags, inputs, modelOutputs } = store.runs.get(id)
  const steps = new Map(modelOutputs.map(({ model, step }) => [model, step]))
  return {
    ...info, params: [...params], tags: [...tags],
    experimentName: store.experiments.get(info.experiment).name,
    metrics: metrics.map(summaryOf),
    inputs: inputs.map(({ dataset, tags: marks }) => ({ ...dataset, context: contextOf(marks) })),
    models: store.models.ofRun(id).map((model) => modelOf(model, steps.get(model.id) ?? null)),
    children: store.runs.of(info.experiment).filter(({ parent, stage }) => parent === id && stage === 'active'),
  }
}

export function summaryOf({ key, value, step, time, min, max, points, model }: LatestMetric): MetricSummary {
  return { key, last: valueOf(value), step, time, min, max, points, model }
}

/** NaN and infinities as text. */
export function valueOf(value: number): MetricValue {
  return MetricValue.parse(numberCell(value))
}

function modelOf({ metrics, stage: _, ...model }: FullModel, step: number | null): LoggedModel {
  const byKey = Map.groupBy(metrics, ({ key }) => key)
  return { ...model, step, metrics: [...byKey.values()].map(summaryOfPoints) }
}

/** `points` come in the order of time. */
function summaryOfPoints(points: readonly ModelPoint[]): MetricSummary {
  const [first] = points
  const last = points.reduce((a, b) => (b.step > a.step || (b.step === a.step && b.time >= a.time) ? b : a))
  const values = points.map(({ value }) => value).filter(Number.isFinite)
  return {
    key: first?.key ?? '', last: valueOf(last.value), step: last.step, time: last.time, points: points.length, model: null,
    min: values.length > 0 ? Math.min(...values) : null, max: values.length > 0 ? Math.max(...values) : null,
  }
}
