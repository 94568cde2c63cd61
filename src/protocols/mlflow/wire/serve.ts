import { Hono } from 'hono'
import type { Context } from 'hono'
import { actorOf } from '#wire/implement.ts'
import type { Fields } from './fields.ts'
import { Misfit } from './misfit.ts'
import { badValue, Refusal, refusalOf } from './refusal.ts'
import type { Route } from './route.ts'

/** The table as an app: every route under `/api` and `/ajax-api`; every path of MLflow's that is not in it is answered as MLflow answers an unknown one. */
export function serveRoutes(routes: readonly Route[]): Hono {
  const app = new Hono()
  for (const { methods, version, path, fields, answer } of routes) {
    const paths = ['api', 'ajax-api'].map((prefix) => `/${prefix}/${version}.0${path}`)
    app.on([...methods], paths, (c) => refusing(c, async () => {
      const answered = await answer(await rawOf(c, fields), { signal: c.req.raw.signal, actor: actorOf(c), request: c.req.raw })
      return answered instanceof Response ? answered : c.json(answered)
    }))
  }
  for (const path of ['/api/2.0/*', '/api/3.0/*', '/ajax-api/*']) app.all(path, (c) => c.json({ error_code: 'ENDPOINT_NOT_FOUND', message: `There is no ${c.req.method} ${c.req.path} on this server.` }, 404))
  return app
}

/** What is thrown inside is answered in MLflow's words. */
export async function refusing(c: Context, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (thrown) {
    const { status, body } = refusalOf(thrown instanceof Misfit ? thrown.refusal() : thrown)
    if (status === 500) console.error(thrown)
    return c.json(body, status)
  }
}

async function rawOf(c: Context, fields: Fields): Promise<unknown> {
  const query = c.req.queries()
  const given = c.req.method === 'GET' && Object.keys(query).length > 0 ? fromQuery(query, fields) : await fromBody(c)
  return { ...given, ...c.req.param() }
}

function fromQuery(query: Readonly<Record<string, readonly string[]>>, fields: Fields): Record<string, unknown> {
  const entries = Object.entries(fields).map(([name, field]) => ({ name, field, values: query[name] ?? (field.old === undefined ? undefined : query[field.old]) }))
  return Object.fromEntries(entries.map(({ name, field, values }) => {
    if (values === undefined) return [name, undefined]
    return [name, field.list ? values : field.flag ? flagOf(values[0] ?? '') : values[0]]
  }))
}

function flagOf(word: string): boolean {
  if (/^(true|false)$/i.test(word)) return word.toLowerCase() === 'true'
  throw badValue(`Invalid boolean value: ${word}, must be 'true' or 'false'.`)
}

/** A body that is no JSON object counts as an empty one, as upstream; old clients send JSON within a JSON string. */
async function fromBody(c: Context): Promise<object> {
  mustBeJson(c)
  const once = parsed(await c.req.text().catch(() => { throw new Refusal('BAD_REQUEST', 'The request was cut off; nothing of it was kept.') }))
  const body = typeof once === 'string' ? parsed(once) : once
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {}
}

function mustBeJson(c: Context): void {
  if (c.req.method !== 'POST' && c.req.method !== 'PUT') return
  const type = c.req.header('content-type')
  if (type === undefined) throw badValue('Bad Request. Content-Type header is missing.')
  if (type.split(';')[0]?.trim() !== 'application/json') throw badValue("Bad Request. Content-Type must be one of ['application/json'].")
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
