import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { openCredentials } from './credentials.ts'
import { gate } from './gate.ts'

const limit = 32 * 1024 * 1024
const host = { host: '127.0.0.1:4400' }
const bearer = { ...host, authorization: 'Bearer secret' }

function gated(token: string | undefined = 'secret') {
  const credentials = openCredentials({ token, port: () => 4400 })
  const app = new Hono()
  app.use('*', gate({ credentials, hosts: () => [host.host], open: ['/health'], streamed: ['/api/2.0/mlflow-artifacts'] }))
  app.all('*', async (c) => {
    let bytes = 0
    for await (const part of c.req.raw.body ?? []) bytes += part.length
    return c.json(bytes)
  })
  return app
}

function basic(text: string): Record<string, string> {
  return { ...host, authorization: `Basic ${Buffer.from(text).toString('base64')}` }
}

test('the token opens as a bearer, as a password of anybody, and as a user name without password', async () => {
  const app = gated()
  const given: [Record<string, string>, number][] = [
    [bearer, 200], [{ ...host, authorization: 'bearer secret' }, 200], [basic('anna:secret'), 200], [basic(':secret'), 200], [basic('secret:'), 200], [basic('secret'), 200],
    [{ ...host, authorization: 'Bearer secre' }, 401], [{ ...host, authorization: 'Bearer ' }, 401], [basic('secret:other'), 401], [basic('anna:'), 401], [basic('anna:secret '), 401],
    [basic(''), 401], [{ ...host, authorization: 'Basic ???' }, 401], [{ ...host, authorization: 'Digest secret' }, 401], [{ ...basic('anna:secret'), origin: 'https://evil.example' }, 403],
  ]
  const answers = await Promise.all(given.map(async ([headers]) => [headers, (await app.request('/api/2.0/mlflow/runs/create', { method: 'POST', headers })).status]))
  expect(answers).toEqual(given)
})

test('a password may hold colons and letters beyond ASCII', async () => {
  expect((await gated('a:Größe:数').request('/x', { headers: basic('anna:a:Größe:数') })).status).toBe(200)
})

test('without a token no Authorization opens', async () => {
  const app = gated('')
  const none = openCredentials({ token: undefined, port: () => 4400 })
  expect([none.knowsAuthorization('Bearer '), none.knowsAuthorization('Bearer undefined'), none.knowsAuthorization('Basic Og==')]).toEqual([false, false, false])
  expect([(await app.request('/x', { headers: { ...host, authorization: 'Bearer ' } })).status, (await app.request('/x', { headers: basic(':') })).status]).toEqual([401, 401])
})

test('a body past 32 MB is refused, announced or not, but where it is streamed', async () => {
  const app = gated()
  const put = async (path: string, bytes: number, headers: Record<string, string> = {}) => (await app.request(sent(path, { ...bearer, ...headers }, streamOf(bytes)))).status
  expect([
    await put('/api/runs.note', limit), await put('/api/runs.note', limit + 1), await put('/api/runs.note', 1, { 'content-length': String(limit + 1) }),
    await put('/api/2.0/mlflow-artifacts/artifacts/m/model.bin', limit + 1), await put('/api/2.0/mlflow-artifacts-of-another', limit + 1),
  ]).toEqual([200, 413, 413, 200, 413])
})

test('a body that nobody may send is not read', async () => {
  let read = 0
  const body = new ReadableStream({ pull: (control) => { read += 1; control.enqueue(new Uint8Array(1000)) } }, { highWaterMark: 0 })
  const answer = await gated().request(sent('/api/2.0/mlflow-artifacts/a', host, body))
  expect([answer.status, read]).toEqual([401, 0])
})

function sent(path: string, headers: Record<string, string>, body: ReadableStream): Request {
  const streamed = { method: 'PUT', headers, body, duplex: 'half' }
  return new Request(`http://x${path}`, streamed)
}

function streamOf(bytes: number): ReadableStream<Uint8Array> {
  let left = bytes
  return new ReadableStream({
    pull(control) {
      const part = Math.min(left, 1 << 20)
      left -= part
      if (part > 0) control.enqueue(new Uint8Array(part))
      else control.close()
    },
  })
}
