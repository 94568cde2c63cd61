import { Hono } from 'hono'
import { rawOf } from '#areas/files/server/raw.ts'
import { answerProblem } from '#wire/implement.ts'
import { Problem } from '#wire/problem.ts'
import type { Artifacts } from './artifacts.ts'
import type { Runs } from './store.ts'

/** A page that a run kept: its scripts run, but in an origin of its own and without network. */
const framed = "sandbox allow-scripts; default-src 'unsafe-inline' data: blob:; frame-ancestors 'self'"

/** Bytes of artifacts for the page: `/api/runs/artifact?run=…&path=…`, or `&model=m-…` for a logged model's. */
export function artifactRoutes({ runs, artifacts }: { readonly runs: Runs; readonly artifacts: Artifacts }): Hono {
  const app = new Hono()
  app.get('/runs/artifact', async (c) => {
    const { run, model, path, download } = c.req.query()
    if (!path || (!run && !model)) throw new Problem('invalid', 'Say which artifact by ?run= or ?model= and &path=.', 'path')
    const place = await artifacts.fileOf(model ? runs.models.get(model).artifactUri : runs.runs.info(run ?? '').artifactUri, path)
    const answer = await rawOf(place, { range: c.req.header('range'), known: c.req.header('if-none-match'), download: download !== undefined, head: c.req.method === 'HEAD' })
    return download === undefined && /\.html?$/i.test(place) ? asFrame(answer) : answer
  })
  return app.onError(answerProblem)
}

function asFrame(answer: Response): Response {
  const headers = new Headers(answer.headers)
  headers.set('content-type', 'text/html; charset=utf-8')
  headers.set('content-disposition', 'inline')
  headers.set('content-security-policy', framed)
  return new Response(answer.body, { status: answer.status, headers })
}
