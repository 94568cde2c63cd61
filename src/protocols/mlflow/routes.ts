import { Hono } from 'hono'
import { route } from './wire/route.ts'
import type { Route } from './wire/route.ts'
import { serveRoutes } from './wire/serve.ts'

/** The release whose protocol is spoken. */
const release = '3.17.2'

/** Everything that a client of MLflow asks of a tracking server. */
export function mlflowRoutes(): Hono {
  const app = new Hono()
  app.get('/version', (c) => c.text(release))
  app.route('/', serveRoutes(server))
  return app
}

const server: readonly Route[] = [
  route('GET', '/mlflow/server-info', {}, () => ({
    store_type: 'SqlStore', workspaces_enabled: false, trace_archival_enabled: false, multipart_uploads_enabled: false, multipart_downloads_enabled: false, features_enabled: { gateway: false },
  }), 3),
]
