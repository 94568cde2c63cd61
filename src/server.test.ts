import { mkdtempSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openStudio } from './server.ts'

const root = realpathSync(mkdtempSync(join(tmpdir(), 'atelier gate ')))
const studio = await openStudio({ root, flags: { token: 'secret', host: '127.0.0.1', backendStoreUri: undefined }, port: () => 4400 })
afterAll(() => studio.close())

const host = { host: '127.0.0.1:4400' }
const bearer = { ...host, authorization: 'Bearer secret' }
const routes = studio.app.routes.filter(({ method, path }) => method !== 'ALL' || path.startsWith('/api')).map(({ method, path }) => ({ method: method === 'ALL' ? 'POST' : method, path: path.replaceAll('*', 'anything') }))

function ask(path: string, init: RequestInit = {}) {
  return studio.app.request(path, init)
}

test('every registered route answers 401 without credentials, but for the health', async () => {
  expect(routes.length).toBeGreaterThan(60)
  const answers = await Promise.all(routes.map(async ({ method, path }) => [path, (await ask(path, { method, headers: host })).status]))
  const open = answers.filter(([, status]) => status !== 401).map(([path]) => path)
  expect(open).toEqual(['/health'])
})

test('a wrong host, a foreign site and a foreign or null origin are refused, even with credentials', async () => {
  const refused = [
    { host: 'evil.example:4400' }, { host: '127.0.0.1:9999' }, { host: '' }, { ...host, origin: 'http://evil.example' }, { ...host, origin: 'null' },
    { ...host, origin: 'http://127.0.0.1:9999' }, { ...host, 'sec-fetch-site': 'cross-site' }, { ...host, 'sec-fetch-site': 'same-site' }, { ...host, 'sec-fetch-site': 'none', 'sec-fetch-mode': 'cors' },
  ]
  const answers = await Promise.all(refused.map(async (headers) => (await ask('/api/jobs.list', { method: 'POST', body: '{}', headers: { authorization: 'Bearer secret', ...headers } })).status))
  expect(answers).toEqual(refused.map(() => 403))
})

test('the token opens, a wrong one does not', async () => {
  const open = await ask('/api/jobs.list', { method: 'POST', body: '{}', headers: bearer })
  const shut = await ask('/api/jobs.list', { method: 'POST', body: '{}', headers: { ...host, authorization: 'Bearer secre' } })
  expect([open.status, shut.status]).toEqual([200, 401])
})

test('the one-time code becomes a cookie, once; a write by cookie needs the page’s header', async () => {
  const code = studio.credentials.newCode()
  const first = await ask(`/?code=${code}&next=/open/files`, { headers: host })
  const cookie = first.headers.get('set-cookie') ?? ''
  expect([first.status, first.headers.get('location'), /HttpOnly/.test(cookie), /SameSite=Strict/.test(cookie), cookie.startsWith('atelier-4400=')]).toEqual([302, '/open/files', true, true, true])
  const session = { ...host, cookie: cookie.split(';')[0] ?? '' }
  const again = await ask(`/?code=${code}`, { headers: host })
  const bare = await ask('/api/jobs.list', { method: 'POST', body: '{}', headers: session })
  const ours = await ask('/api/jobs.list', { method: 'POST', body: '{}', headers: { ...session, 'x-atelier': '1' } })
  expect([again.status, bare.status, ours.status]).toEqual([401, 403, 200])
})

test('the way on after signing in is a path of ours', async () => {
  const answers = await Promise.all(['//evil.example', 'https://evil.example', '/\\evil.example'].map(async (next) => (await ask(`/?code=${studio.credentials.newCode()}&next=${encodeURIComponent(next)}`, { headers: host })).headers.get('location')))
  expect(answers).toEqual(['/', '/', '/'])
})

test('a caller’s mistake is never a 5xx', async () => {
  const calls = Object.keys((await (await ask('/api/openapi.json', { headers: bearer })).json()).paths)
  expect(calls.length).toBeGreaterThan(60)
  const bodies = ['', '{', '[]', '{}', '{"path":"../../etc/passwd","dataset":"none","id":"none","recipe":{}}', 'null']
  const answers = await Promise.all(calls.flatMap((path) => bodies.map(async (body) => [path, body, (await ask(path, { method: 'POST', body, headers: bearer })).status] as const)))
  expect(answers.filter(([, , status]) => status >= 500)).toEqual([])
})

test('every answer carries the strict policy', async () => {
  const { headers } = await ask('/api/openapi.json', { headers: bearer })
  expect([headers.get('content-security-policy')?.includes("script-src 'self';"), headers.get('x-content-type-options'), headers.get('x-frame-options')]).toEqual([true, 'nosniff', 'DENY'])
})
