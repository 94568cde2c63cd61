import { implement } from '#wire/implement.ts'
import { runs as contract } from '../contract.ts'
import { curveHandlers } from './curve-handlers.ts'
import { experimentHandlers } from './experiment-handlers.ts'
import { runHandlers } from './run-handlers.ts'
import type { Runs } from './store.ts'
import { tableHandlers } from './table-handlers.ts'
import { viewHandlers } from './view-handlers.ts'

export function runsRoutes({ runs }: { readonly runs: Runs }) {
  const { experiments, createExperiment, changeExperiment, run, changeRuns, logParams, views, view, saveView, dropView, table, values, count, curves, sparks, points, keys } = contract
  return implement({ experiments, createExperiment, changeExperiment, run, changeRuns, logParams, views, view, saveView, dropView, table, values, count, curves, sparks, points, keys }, { ...experimentHandlers(runs), ...runHandlers(runs), ...viewHandlers(runs), ...tableHandlers(runs), ...curveHandlers(runs) })
}
