import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { workspacesRoutes } from './routes.ts'
import { openWorkspaces } from './store.ts'
import { openSqlite } from '#node/sqlite.ts'
import { openEvents } from '#wire/events.ts'

async function folder(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'atelier-workspaces-'))
  await mkdir(join(root, '.atelier'))
  onTestFinished(() => rm(root, { recursive: true }))
  return root
}

function open(root: string) {
  const sqlite = openSqlite(join(root, '.atelier', 'atelier.db'))
  const workspaces = openWorkspaces({ root, sqlite, events: openEvents() })
  const app = workspacesRoutes({ workspaces, connection: () => ({ url: 'http://here', token: 't', tokenFile: null }) })
  const ask = async (name: string, input: object = {}) => {
    const response = await app.request(`/workspaces.${name}`, { method: 'POST', body: JSON.stringify(input) })
    return { status: response.status, body: await response.json() }
  }
  const close = () => {
    workspaces.close()
    sqlite.close()
  }
  onTestFinished(close)
  return { ask, close }
}

test('a desk that was saved is the same after a restart', async () => {
  const root = await folder()
  const desk = { layout: { layout: { type: 'row', children: [{ type: 'tab', component: 'home' }] } }, sides: { left: 'files', leftWidth: 236 } }
  const first = open(root)
  expect(await first.ask('desk', { session: 'default' })).toEqual({ status: 200, body: {} })
  await first.ask('saveDesk', { session: 'default', desk })
  const second = open(root)
  expect(await second.ask('desk', { session: 'default' })).toEqual({ status: 200, body: { desk } })
  expect((await second.ask('sessions')).body.sessions.map(({ name, tabs }: { name: string; tabs: number }) => ({ name, tabs }))).toEqual([{ name: 'default', tabs: 1 }])
})

test('two windows on one session take no tabs from each other, and what one closed stays closed', async () => {
  const { ask } = open(await folder())
  const desk = (...paths: string[]) => ({ layout: { global: {}, layout: { type: 'row', children: [{ type: 'tabset', children: paths.map((path) => ({ type: 'tab', id: path, component: 'text', config: { path } })) }] } } })
  const save = async (paths: string[], closed: string[] = []) => (await ask('saveDesk', { session: 'default', desk: desk(...paths), closed })).body.others
  const kept = async () => (await ask('desk', { session: 'default' })).body.desk
  expect([await save(['a']), await save(['a', 'left']), await save(['a', 'right']), await save(['a', 'left'])]).toEqual([0, 0, 1, 1])
  expect(await kept()).toEqual(desk('a', 'left', 'right'))
  expect([await save(['a'], ['right']), await kept()]).toEqual([1, desk('a', 'left')])
})

test('sessions are cloned, renamed and deleted, and a taken name is refused', async () => {
  const { ask } = open(await folder())
  await ask('saveDesk', { session: 'a', desk: { sides: { left: 'files' } } })
  await ask('cloneSession', { from: 'a', as: 'b' })
  expect((await ask('desk', { session: 'b' })).body).toEqual({ desk: { sides: { left: 'files' } } })
  expect(await ask('renameSession', { from: 'b', as: 'a' })).toEqual({ status: 409, body: { code: 'conflict', message: 'There is already a session “a”. Choose another name.', where: 'as' } })
  await ask('renameSession', { from: 'b', as: 'c' })
  await ask('deleteSession', { name: 'a' })
  expect((await ask('sessions')).body.sessions.map(({ name }: { name: string }) => name)).toEqual(['c'])
  expect(await ask('deleteSession', { name: 'a' })).toEqual({ status: 404, body: { code: 'missing', message: 'There is no session “a” any more.' } })
  expect((await ask('createSession', { name: 'x/y' })).body.message).toBe('name: A session name cannot hold / \\ ? # or %.')
})

test('settings are a file: what is not known is kept, a bad file is told and the defaults hold', async () => {
  const root = await folder()
  const { ask } = open(root)
  const path = join(root, '.atelier', 'settings.json')
  const defaults = { theme: 'system', density: 'normal', keys: {} }
  expect((await ask('settings')).body).toEqual({ settings: defaults, path })
  await ask('saveSettings', { settings: { ...defaults, theme: 'dark', ours: 1 } })
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ ...defaults, theme: 'dark', ours: 1 })
  await writeFile(path, '{"theme": "purple"}')
  expect((await ask('settings')).body).toEqual({
    settings: defaults, path,
    problem: 'settings.json is not right: theme is one of system, light, dark. The defaults hold until it is put right.',
  })
})

test('the settings file as text is checked, and a change made elsewhere is not overwritten', async () => {
  const root = await folder()
  const { ask } = open(root)
  const { hash } = (await ask('settingsFile')).body
  expect((await ask('saveSettingsFile', { text: '{', hash })).status).toBe(400)
  await writeFile(join(root, '.atelier', 'settings.json'), '{"theme":"light"}')
  expect(await ask('saveSettingsFile', { text: '{"theme":"dark"}', hash })).toEqual({ status: 409, body: { code: 'conflict', message: 'The settings file was changed elsewhere since it was opened. Load it again, then make your change.' } })
  const fresh = (await ask('settingsFile')).body
  expect((await ask('saveSettingsFile', { text: '{"theme":"dark"}', hash: fresh.hash })).status).toBe(200)
  expect((await ask('settings')).body.settings.theme).toBe('dark')
})

test('what was opened last stands first, once', async () => {
  const { ask } = open(await folder())
  await ask('noteRecent', { kind: 'text', params: { path: 'a.py', line: '1' }, title: 'a.py' })
  await new Promise((resolve) => { setTimeout(resolve, 2) })
  await ask('noteRecent', { kind: 'data', params: { id: 'd' }, title: 'flights' })
  await new Promise((resolve) => { setTimeout(resolve, 2) })
  await ask('noteRecent', { kind: 'text', params: { line: '1', path: 'a.py' }, title: 'a.py' })
  expect((await ask('recents')).body.recents.map(({ title }: { title: string }) => title)).toEqual(['a.py', 'flights'])
})

test('the workspace says its name, and its branch where there is one', async () => {
  const root = await folder()
  const { ask } = open(root)
  expect((await ask('workspace')).body.git).toBeUndefined()
  await mkdir(join(root, '.git'))
  await writeFile(join(root, '.git', 'HEAD'), 'ref: refs/heads/try/this\n')
  expect((await ask('workspace')).body.git.branch).toBe('try/this')
})
