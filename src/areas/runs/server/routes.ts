import { implement } from '#wire/implement.ts'
import { runs as contract } from '../contract.ts'
import { artifactHandlers } from './artifact-handlers.ts'
import type { RowsNeeds } from './artifact-rows.ts'
import { compareHandlers } from './compare-handlers.ts'
import { curveHandlers } from './curve-handlers.ts'
import { experimentHandlers } from './experiment-handlers.ts'
import { runHandlers } from './run-handlers.ts'
import { knownInputs } from './known-data.ts'
import { commitDiff } from './commit-diff.ts'
import type { Datasets } from '#areas/datasets/server/store.ts'
import type { Runs } from './store.ts'
import { tableHandlers } from './table-handlers.ts'
import { viewHandlers } from './view-handlers.ts'

export function runsRoutes({ runs, datasets, root, ...needs }: { readonly runs: Runs; readonly datasets: Pick<Datasets, 'list' | 'history'>; readonly root: string } & RowsNeeds) {
  return implement(contract, {
    ...experimentHandlers(runs), ...runHandlers(runs), ...tableHandlers(runs), ...curveHandlers(runs), ...viewHandlers(runs),
    ...artifactHandlers(runs, needs), ...compareHandlers(runs, needs.artifacts),
    knownInputs: ({ run }) => knownInputs({ runs, datasets }, run),
    commitDiff: (commits) => commitDiff(root, commits),
  })
}
