import { Hono } from 'hono'
import type { Registry } from '#areas/registry/server/store.ts'
import type { Artifacts } from '#areas/runs/server/artifacts.ts'
import type { Runs } from '#areas/runs/server/store.ts'
import type { Problem } from '#wire/problem.ts'
import { artifactBytes } from './artifact-bytes.ts'
import { artifactLists } from './artifact-lists.ts'
import { experimentRoutes } from './experiments.ts'
import { historyRoutes } from './history.ts'
import { logRoutes } from './log.ts'
import { modelRoutes } from './models.ts'
import { registryModels } from './registry-models.ts'
import { registryVersions } from './registry-versions.ts'
import { runRoutes } from './runs.ts'
import { refusalOf } from './wire/refusal.ts'
import { route } from './wire/route.ts'
import type { Route } from './wire/route.ts'
import { serveRoutes } from './wire/serve.ts'

/** The release whose protocol is spoken. */
const release = '3.17.2'

export interface MlflowNeeds { readonly runs: Runs; readonly artifacts: Artifacts; readonly registry: Registry }

/** Everything that a client of MLflow asks of a tracking server. */
export function mlflowRoutes({ runs, artifacts, registry }: MlflowNeeds): Hono {
  const app = new Hono()
  app.get('/version', (c) => c.text(release))
  app.route('/', artifactBytes(runs, artifacts, registry))
  app.route('/', serveRoutes([
    ...server, ...logRoutes(runs), ...runRoutes(runs), ...experimentRoutes(runs), ...historyRoutes(runs), ...modelRoutes(runs), ...artifactLists(runs, artifacts),
    ...registryModels(registry), ...registryVersions(registry),
  ]))
  return app
}

/** A refusal of the gate at a path of MLflow's, in its words. */
export function gateTold(path: string, problem: Problem): object | undefined {
  return /^\/(?:ajax-)?api\/\d\.0\/|^\/get-artifact$|^\/version$/.test(path) ? refusalOf(problem).body : undefined
}

const server: readonly Route[] = [
  route('GET', '/mlflow/server-info', {}, () => ({
    store_type: 'SqlStore', workspaces_enabled: false, trace_archival_enabled: false, multipart_uploads_enabled: false, multipart_downloads_enabled: false, features_enabled: { gateway: false },
  }), 3),
]
