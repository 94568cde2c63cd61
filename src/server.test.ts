import { globSync, mkdtempSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { afterAll, expect, test } from 'vitest'
import { openCredentials } from '#node/gate/credentials.ts'
import { gateUpgrades } from '#node/gate/upgrade.ts'
import type { SocketRoute } from '#node/gate/upgrade.ts'
import { openStudio } from './server.ts'

const root = realpathSync(mkdtempSync(join(tmpdir(), 'atelier gate ')))
const studio = await openStudio({ root, flags: { token: 'secret', auth: true, host: '127.0.0.1', backendStoreUri: undefined, defaultArtifactRoot: undefined, artifactsDestination: undefined }, port: () => 4400 })
afterAll(() => studio.close())

const host = { host: '127.0.0.1:4400' }
const bearer = { ...host, authorization: 'Bearer secret' }
function ask(path: string, init: RequestInit = {}) {
  return studio.app.request(path, init)
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

test('the gate stands before every route, and each of them answers 401 without credentials, but for the health', async () => {
  const { routes } = studio.app
  expect([routes[0]?.method, routes[0]?.path, routes.length > 60]).toEqual(['ALL', '/*', true])
  const asked = routes.flatMap(({ method, path }) => (method === 'ALL' ? methods : [method]).map((one) => ({ method: one, path: path.replaceAll('*', 'anything') })))
  const open = await Promise.all(asked.map(async ({ method, path }) => ((await ask(path, { method, headers: host })).status === 401 ? [] : [`${method} ${path}`])))
  expect(open.flat()).toEqual(['GET /health'])
})

test('every socket, and any other upgrade, is refused without credentials, and a foreign page with them', async () => {
  const { server, port } = await listening([...studio.sockets, { path: '/api/try/:id/socket', connect: (_, socket) => socket.end('HTTP/1.1 101 Switching Protocols\r\n\r\n') }])
  const paths = [...studio.sockets.map(({ path }) => path.replaceAll(':', '')), '/api/try/7/socket', '/api/nothing', '/health']
  const here = `127.0.0.1:${port}`
  const key = { authorization: 'Bearer secret' }
  const statuses = (headers: Record<string, string>) => Promise.all(paths.map((path) => upgraded(port, path, headers)))
  expect(new Set(await statuses({ host: here }))).toEqual(new Set([401]))
  expect(new Set([await statuses({ host: here, ...key, origin: 'https://evil.example' }), await statuses({ host: 'evil.example', ...key }), await statuses({ host: here, ...key, 'sec-fetch-site': 'cross-site' })].flat())).toEqual(new Set([403]))
  expect((await statuses({ host: here, ...key })).slice(-3)).toEqual([101, 404, 404])
  server.close()
})

test('nothing but the gate listens for upgrades', () => {
  const hearing = globSync('src/**/*.ts').filter((file) => !file.includes('.test.') && /['"`]upgrade['"`]/.test(readFileSync(file, 'utf8')))
  expect(hearing).toEqual(['src/node/gate/upgrade.ts'])
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
  expect([first.status, first.headers.get('location'), /HttpOnly/.test(cookie), /SameSite=Strict/.test(cookie), /^atelier-4400-[0-9a-f]{8}=/.test(cookie)]).toEqual([302, '/open/files', true, true, true])
  const session = { ...host, cookie: cookie.split(';')[0] ?? '' }
  const again = await ask(`/?code=${code}`, { headers: host })
  const bare = await ask('/api/jobs.list', { method: 'POST', body: '{}', headers: session })
  const ours = await ask('/api/jobs.list', { method: 'POST', body: '{}', headers: { ...session, 'x-atelier': '1' } })
  expect([again.status, bare.status, ours.status]).toEqual([401, 403, 200])
})

test('a browser that was let in is known to the next studio of the workspace at that port, and to no other', async () => {
  const first = await ask(`/?code=${studio.credentials.newCode()}`, { headers: host })
  const cookie = (first.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const known = (workspace: string, sessions: string) => openCredentials({ token: undefined, port: () => 4400, workspace, sessions })
  const kept = join(root, '.atelier', 'browsers.json')
  const [name = '', session] = cookie.split('=')
  const [same, other] = [known(root, kept), known('/another', join(root, 'none.json'))]
  expect([same.cookie() === name, same.knowsSession(session), other.cookie() === name, other.knowsSession(session), statSync(kept).mode & 0o777]).toEqual([true, true, false, false, 0o600])
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

function listening(sockets: readonly SocketRoute[]): Promise<{ server: ReturnType<typeof serve>; port: number }> {
  return new Promise((resolve) => {
    const server = serve({ fetch: studio.app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      gateUpgrades(server, { ...studio.options, hosts: () => [`127.0.0.1:${port}`] }, sockets)
      resolve({ server, port })
    })
  })
}

function upgraded(port: number, path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', path, headers: { connection: 'Upgrade', upgrade: 'websocket', ...headers } })
    const tell = ({ statusCode = 0 }) => {
      resolve(statusCode)
      asked.destroy()
    }
    asked.on('response', tell).on('upgrade', tell).on('error', reject).end()
  })
}
