import type { Experiment } from '#areas/runs/domain/experiment.ts'
import type { KeyValue, RunInfo } from '#areas/runs/domain/run.ts'
import type { FullModel, FullRun, InputDataset, LatestMetric, MetricPoint } from '#areas/runs/server/types.ts'

/** Runs, experiments and models as MLflow writes them: what is not there is left out, an empty list too. */
export function experimentSaid({ id, name, artifactLocation, stage, created, updated, tags }: Experiment): object {
  return {
    experiment_id: id, name, artifact_location: artifactLocation, lifecycle_stage: stage, last_update_time: updated, creation_time: created,
    ...listed('tags', Object.entries(tags).map(([key, value]) => ({ key, value }))),
  }
}

export function infoSaid({ id, experiment, name, user, status, start, end, artifactUri, stage }: RunInfo): object {
  return {
    run_uuid: id, run_id: id, run_name: name, experiment_id: experiment, user_id: user, status, artifact_uri: artifactUri, lifecycle_stage: stage,
    ...(start === null ? {} : { start_time: start }), ...(end === null ? {} : { end_time: end }),
  }
}

export function runSaid({ info, metrics, params, tags, inputs, modelInputs, modelOutputs }: FullRun): object {
  return {
    info: infoSaid(info),
    data: { ...listed('metrics', metrics.map(latestSaid)), ...listed('params', params), ...listed('tags', tags) },
    inputs: { ...listed('dataset_inputs', inputs.map(inputSaid)), ...listed('model_inputs', modelInputs.map((model) => ({ model_id: model }))) },
    outputs: { ...listed('model_outputs', modelOutputs.map(({ model, step }) => ({ model_id: model, step }))) },
  }
}

export function pointSaid({ key, value, time, step }: MetricPoint): object {
  return { key, value: numberSaid(value), timestamp: time, step }
}

export function modelSaid({ id, experiment, name, created, updated, artifactUri, status, type, run, params, tags, metrics }: FullModel): object {
  return {
    info: {
      model_id: id, experiment_id: experiment, name, creation_timestamp_ms: created, last_updated_timestamp_ms: updated, artifact_uri: artifactUri, status: `LOGGED_MODEL_${status}`,
      ...(type === null ? {} : { model_type: type }), ...(run === null ? {} : { source_run_id: run }), ...listed('tags', tags),
    },
    data: {
      ...listed('params', params),
      ...listed('metrics', metrics.map(({ run: source, datasetName, datasetDigest, ...point }) => ({
        ...pointSaid(point), model_id: id, run_id: source, ...(datasetName === null ? {} : { dataset_name: datasetName }), ...(datasetDigest === null ? {} : { dataset_digest: datasetDigest }),
      }))),
    },
  }
}

export function tokenSaid(next: string | null): object {
  return next === null ? {} : { next_page_token: next }
}

export function listed(name: string, items: readonly (object | KeyValue)[]): object {
  return items.length === 0 ? {} : { [name]: items }
}

function latestSaid({ model, ...point }: LatestMetric): object {
  return { ...pointSaid(point), ...(model === null ? {} : { model_id: model }) }
}

function inputSaid({ dataset: { name, digest, sourceType, source, schema, profile }, tags }: InputDataset): object {
  return {
    ...listed('tags', tags),
    dataset: { name, digest, source_type: sourceType, source, ...(schema === null ? {} : { schema }), ...(profile === null ? {} : { profile }) },
  }
}

/** JSON has no NaN; the store keeps no infinity. */
function numberSaid(value: number): number | string {
  return Number.isNaN(value) ? 'NaN' : value
}
