import { Hono } from 'hono'
import { nameOf } from '#areas/files/domain/names.ts'
import { rawOf } from '#areas/files/server/raw.ts'
import { answerProblem } from '#wire/implement.ts'
import { Problem } from '#wire/problem.ts'
import { artifactParts } from '../domain/artifact-path.ts'
import { zippedArtifacts } from './artifact-zip.ts'
import type { Artifacts } from './artifacts.ts'
import type { Runs } from './store.ts'

/** A page that a run kept: its scripts run, but in an origin of its own and without network. */
const framed = "sandbox allow-scripts; default-src 'unsafe-inline' data: blob:; frame-ancestors 'self'; webrtc 'block'"

/** Bytes of artifacts for the page: `/api/runs/artifact?run=…&path=…`, or `&model=m-…` for a logged model's; `/api/runs/artifacts.zip` for a folder. */
export function artifactRoutes({ runs, artifacts }: { readonly runs: Runs; readonly artifacts: Artifacts }): Hono {
  const app = new Hono()

  function rootOf({ run, model }: Readonly<Record<string, string>>): { readonly uri: string; readonly name: string } {
    if (!run && !model) throw new Problem('invalid', 'Say whose artifacts by ?run= or ?model=.', 'run')
    return model ? { uri: runs.models.get(model).artifactUri, name: runs.models.get(model).name } : { uri: runs.runs.info(run ?? '').artifactUri, name: runs.runs.info(run ?? '').name }
  }

  app.get('/runs/artifact', async (c) => {
    const { path, download } = c.req.query()
    if (!path) throw new Problem('invalid', 'Say which artifact by ?run= or ?model= and &path=.', 'path')
    const place = await artifacts.fileOf(rootOf(c.req.query()).uri, path)
    const answer = await rawOf(place, { range: c.req.header('range'), known: c.req.header('if-none-match'), download: download !== undefined, head: c.req.method === 'HEAD' })
    return download === undefined && /\.html?$/i.test(place) ? asFrame(answer) : answer
  })

  app.get('/runs/artifacts.zip', async (c) => {
    const { uri, name } = rootOf(c.req.query())
    const parts = artifactParts(c.req.query('path') ?? '')
    if (!parts) throw new Problem('invalid', 'Invalid path', 'path')
    const path = parts.join('/')
    if ((await artifacts.list(uri, path)).length === 0) throw new Problem('missing', path === '' ? 'The run kept no artifacts.' : `There is no folder '${path}'.`, 'path')
    return zippedArtifacts(artifacts, { uri, path, name: nameOf(path) || name.replaceAll(/[/\\]/g, '-') })
  })
  return app.onError(answerProblem)
}

function asFrame(answer: Response): Response {
  const headers = new Headers(answer.headers)
  headers.set('content-type', 'text/html; charset=utf-8')
  headers.set('content-disposition', 'inline')
  headers.set('content-security-policy', framed)
  headers.set('x-frame-options', 'SAMEORIGIN')
  headers.set('x-dns-prefetch-control', 'off')
  return new Response(answer.body, { status: answer.status, headers })
}
