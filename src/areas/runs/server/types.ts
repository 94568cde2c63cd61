import type { DatasetInput, KeyValue, LoggedModel, RunInfo } from '../domain/run.ts'

/** A point as it is logged. `value` may be NaN or infinite; `time` in milliseconds. */
export interface NewMetric {
  readonly key: string
  readonly value: number
  readonly time: number
  readonly step: number
  readonly model?: string | undefined
  readonly datasetName?: string | undefined
  readonly datasetDigest?: string | undefined
}

/** `value` is NaN where it was logged so; an infinity is kept as ±1.7976931348623157e308. */
export interface MetricPoint { readonly key: string; readonly value: number; readonly step: number; readonly time: number }

/** The last point by (step, time, value), the extremes over all points without NaN, and how many points there are. */
export interface LatestMetric extends MetricPoint {
  readonly min: number | null
  readonly max: number | null
  readonly points: number
  readonly model: string | null
}

export interface InputDataset { readonly dataset: Omit<DatasetInput, 'context'>; readonly tags: readonly KeyValue[] }
export interface ModelOutput { readonly model: string; readonly step: number }

/** A run with all that MLflow's runs/get answers. */
export interface FullRun {
  readonly info: RunInfo
  readonly metrics: readonly LatestMetric[]
  readonly params: readonly KeyValue[]
  readonly tags: readonly KeyValue[]
  readonly inputs: readonly InputDataset[]
  readonly modelInputs: readonly string[]
  readonly modelOutputs: readonly ModelOutput[]
}

/** A point of a logged model. */
export interface ModelPoint extends MetricPoint { readonly run: string; readonly datasetName: string | null; readonly datasetDigest: string | null }

export interface FullModel extends Omit<LoggedModel, 'metrics' | 'step'> {
  readonly stage: 'active' | 'deleted'
  /** In the order of key, time, step. */
  readonly metrics: readonly ModelPoint[]
}

export interface Page<T> { readonly items: readonly T[]; readonly next: string | null }
