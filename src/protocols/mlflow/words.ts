import type { StageView } from '#areas/runs/domain/experiment.ts'
import type { LoggedModel, RunStatus } from '#areas/runs/domain/run.ts'
import { choice, defaulted, message, needed, text } from './wire/fields.ts'
import { badValue } from './wire/refusal.ts'

/** Enumerations of MLflow's protocol by name and number, and fields that several routes take. */
export const viewType = choice({ ACTIVE_ONLY: 1, DELETED_ONLY: 2, ALL: 3 })
const views = { ACTIVE_ONLY: 'active', DELETED_ONLY: 'deleted', ALL: 'all' } as const satisfies Record<string, StageView>

export function viewOf(view: keyof typeof views = 'ACTIVE_ONLY'): StageView {
  return views[view]
}

export const runStatus = choice({ RUNNING: 1, SCHEDULED: 2, FINISHED: 3, FAILED: 4, KILLED: 5 } satisfies Record<RunStatus, number>)

export const modelStatus = choice({ LOGGED_MODEL_PENDING: 1, LOGGED_MODEL_READY: 2, LOGGED_MODEL_UPLOAD_FAILED: 3 } satisfies Record<`LOGGED_MODEL_${LoggedModel['status']}`, number>)
export const modelStatuses = { LOGGED_MODEL_PENDING: 'PENDING', LOGGED_MODEL_READY: 'READY', LOGGED_MODEL_UPLOAD_FAILED: 'UPLOAD_FAILED' } as const satisfies Record<string, LoggedModel['status']>

/** A param or tag; its value may be empty. */
export const pair = message({ key: needed(text), value: defaulted(text, '') })

/** Ids of experiments are whole numbers; those that are not there are passed over by searches. */
export function experimentIds(ids: readonly string[]): readonly string[] {
  const bad = ids.find((id) => !/^-?\d+$/.test(id))
  if (bad !== undefined) throw badValue(`Invalid experiment ID '${bad}'. Experiment ID must be a valid integer.`)
  return ids
}

const mostResults = 50_000

/** How many a search may answer, in the store's own words. */
export function most(max: number): number {
  if (max < 1) throw badValue(`Invalid value ${max} for parameter 'max_results' supplied. It must be a positive integer`)
  if (max > mostResults) throw badValue(`Invalid value ${max} for parameter 'max_results' supplied. It must be at most ${mostResults}`)
  return max
}
