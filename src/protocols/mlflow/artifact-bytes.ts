import { Hono } from 'hono'
import type { Context } from 'hono'
import { rawOf } from '#areas/files/server/raw.ts'
import { versionNumber } from '#areas/registry/server/checks.ts'
import type { Registry } from '#areas/registry/server/store.ts'
import { invalidPath } from '#areas/runs/server/artifacts.ts'
import type { Artifacts } from '#areas/runs/server/artifacts.ts'
import type { Runs } from '#areas/runs/server/store.ts'
import type { Incoming } from '#node/incoming.ts'
import { badValue, Refusal } from './wire/refusal.ts'
import { refusing } from './wire/serve.ts'

const proxy = '/mlflow-artifacts/artifacts/'
const largestUpload = 10 * 1024 * 1024

/** Artifacts as bytes, streamed both ways. What goes out is an attachment whose type no browser guesses. */
export function artifactBytes({ runs, models }: Pick<Runs, 'runs' | 'models'>, artifacts: Artifacts, registry: Registry): Hono {
  const app = new Hono()
  const uriOf = (run: string) => runs.info(run).artifactUri

  for (const prefix of ['/api/2.0', '/ajax-api/2.0']) {
    app.put(`${prefix}${proxy}:path{.+}`, (c) => refusing(c, async () => {
      await artifacts.put('mlflow-artifacts:/', pathAfter(c, proxy), incomingOf(c))
      return c.json({})
    }))
    app.get(`${prefix}${proxy}:path{.+}`, (c) => refusing(c, () => send(c, artifacts.fileOf('mlflow-artifacts:/', pathAfter(c, proxy)))))
    app.delete(`${prefix}${proxy}:path{.+}`, (c) => refusing(c, async () => {
      await artifacts.remove('mlflow-artifacts:/', pathAfter(c, proxy))
      return c.json({})
    }))
    app.post(`${prefix}/mlflow-artifacts/mpu/*`, (c) => refusing(c, () => { throw new Refusal('NOT_IMPLEMENTED', 'Multipart upload is not supported for the current artifact repository') }))
  }

  app.get('/get-artifact', (c) => refusing(c, async () => {
    const path = c.req.query('path')
    if (path === undefined) throw new Refusal('BAD_REQUEST', 'Request must specify path.')
    return send(c, artifacts.fileOf(uriOf(c.req.query('run_id') ?? c.req.query('run_uuid') ?? ''), path))
  }))
  app.post('/ajax-api/2.0/mlflow/upload-artifact', (c) => refusing(c, async () => {
    const [run, path] = [c.req.query('run_uuid'), c.req.query('path')]
    if (!run) throw badValue('Request must specify run_uuid.')
    if (!path) throw badValue('Request must specify path.')
    const data = await smallBody(c)
    await artifacts.put(uriOf(run), path, { body: new Blob([data]).stream(), bytes: data.byteLength })
    return c.json({})
  }))
  app.get('/ajax-api/2.0/mlflow/logged-models/:model_id/artifacts/files', (c) => refusing(c, async () => {
    const path = c.req.query('artifact_file_path')
    if (!path) throw new Refusal('BAD_REQUEST', 'Request must include the "artifact_file_path" query parameter.')
    return send(c, artifacts.fileOf(models.get(c.req.param('model_id')).artifactUri, path))
  }))
  app.get('/model-versions/get-artifact', (c) => refusing(c, async () => {
    const { name = '', version = '', path = '' } = c.req.query()
    return send(c, artifacts.fileOf(registry.versions.need({ model: name, version: versionNumber(version) }).storage, path))
  }))
  return app
}

async function send(c: Context, place: Promise<string>): Promise<Response> {
  return rawOf(await place, { range: c.req.header('range'), known: c.req.header('if-none-match'), download: true, head: c.req.method === 'HEAD' })
}

/** The rest of the address, decoded once. */
function pathAfter(c: Context, marker: string): string {
  const { pathname } = new URL(c.req.url)
  const rest = pathname.slice(pathname.indexOf(marker) + marker.length)
  try {
    return decodeURIComponent(rest)
  } catch {
    throw invalidPath()
  }
}

function incomingOf(c: Context): Incoming {
  const length = Number(c.req.header('content-length') ?? Number.NaN)
  return { body: c.req.raw.body ?? new Blob([]).stream(), bytes: Number.isFinite(length) ? length : null }
}

async function smallBody(c: Context): Promise<ArrayBuffer> {
  const tooLarge = badValue('Artifact size is too large. Max size is 10MB.')
  if (Number(c.req.header('content-length') ?? 0) > largestUpload) throw tooLarge
  const data = await c.req.arrayBuffer()
  if (data.byteLength === 0) throw badValue('Request must specify data.')
  if (data.byteLength > largestUpload) throw tooLarge
  return data
}
