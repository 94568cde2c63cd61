import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test as base } from '@playwright/test'
import { freshWorkspace } from '../server.ts'

interface Given { readonly root: string; readonly start: (args: readonly string[], env?: Readonly<Record<string, string>>) => Started }
interface Started { readonly child: ChildProcess; readonly ready: Promise<string>; readonly ended: Promise<{ readonly code: number | null; readonly said: string }> }

const home = join(import.meta.dirname, '..', '..')

/** The command as it is typed, without a browser. */
const test = base.extend<Given>({
  root: async ({ browserName: _ }, use) => {
    const workspace = await freshWorkspace()
    await use(workspace.root)
    await workspace.remove()
  },
  start: async ({ browserName: _ }, use) => {
    const begun: Started[] = []
    await use((args, env = {}) => {
      const one = started(args, env)
      begun.push(one)
      return one
    })
    for (const { child } of begun) child.kill('SIGKILL')
    await Promise.all(begun.map(({ ended }) => ended))
  },
})

test('--help names every option and its variable, and a mistake is told with exit 2', async ({ start }) => {
  const { code, said } = await start(['--help']).ended
  expect(code).toBe(0)
  for (const option of ['port', 'host', 'token', 'no-open', 'backend-store-uri', 'default-artifact-root', 'artifacts-destination']) {
    expect(said).toContain(`--${option}`)
    expect(said).toContain(`ATELIER_${option.toUpperCase().replaceAll('-', '_')}`)
  }
  expect(await start(['--prot', '1']).ended).toMatchObject({ code: 2 })
})

test('every option can be a variable, and the flag goes before it', async ({ start, root }) => {
  const { ready } = start(['--port', '0'], { ATELIER_WORKSPACE: root, ATELIER_PORT: '1', ATELIER_HOST: 'localhost', ATELIER_TOKEN: 'from-env', ATELIER_NO_OPEN: '1', ATELIER_BACKEND_STORE_URI: `sqlite:///${root}/own.db` })
  const url = new URL(await ready)
  const answer = await fetch(new URL('/api/workspaces.workspace', url), { method: 'POST', headers: { authorization: 'Bearer from-env' }, body: '{}' })
  expect([url.hostname, url.port === '1', answer.status, Reflect.get(Object(await answer.json()), 'path')]).toEqual(['localhost', false, 200, root])
  expect([existsSync(join(root, 'own.db')), existsSync(join(root, '.atelier', 'atelier.db'))]).toEqual([true, false])
})

test('a second start says where the first runs, and leaves it alone', async ({ start, root }) => {
  const first = start([root, '--port', '0', '--no-open'])
  const url = (await first.ready).replace(/\?.*/, '')
  const second = await start([root, '--port', '0', '--no-open']).ended
  expect(second.code).toBe(1)
  expect(second.said).toContain(`This workspace is open already, at ${url} (process ${first.child.pid}).`)
  expect(await (await fetch(`${url}health`)).text()).toBe('OK')
})

test('Ctrl-C ends it cleanly while a page listens, and the next start is as the first', async ({ start, root }) => {
  const first = start([root, '--port', '0', '--no-open', '--token', 't'])
  const url = new URL(await first.ready)
  const listening = await fetch(new URL('/api/events', url), { headers: { authorization: 'Bearer t' } })
  first.child.kill('SIGINT')
  expect(await first.ended).toMatchObject({ code: 0 })
  await listening.text().catch(() => '')
  expect(existsSync(join(root, '.atelier', 'server.json'))).toBe(false)
  expect((await first.ended).said.split('\n').filter((line) => !/^(Atelier is ready|MLflow): /.test(line)), 'nothing else is said').toEqual([])
  const again = start([root, '--port', url.port, '--no-open'])
  expect(new URL(await again.ready).port).toBe(url.port)
})

test('after kill -9 the next start needs no repair, and takes over what the dead one held', async ({ start, root }) => {
  const first = start([root, '--port', '0', '--no-open'])
  await first.ready
  first.child.kill('SIGKILL')
  await first.ended
  expect(existsSync(join(root, '.atelier', 'server.json'))).toBe(true)
  const again = start([root, '--port', '0', '--no-open'])
  await again.ready
  again.child.kill('SIGTERM')
  expect(await again.ended).toMatchObject({ code: 0 })
})

test('a port that is taken and a workspace that is a file are told in a sentence', async ({ start, root }) => {
  const { port } = new URL(await start([root, '--port', '0', '--no-open']).ready)
  const other = `${root} 2`
  expect(await start([other, '--port', port, '--no-open']).ended).toEqual({ code: 1, said: `Port ${port} is taken. Choose another with --port, or --port 0 for a free one.` })
  expect(existsSync(join(other, '.atelier', 'server.json'))).toBe(false)
  await mkdir(other, { recursive: true })
  await writeFile(join(other, 'file'), '')
  expect(await start([join(other, 'file'), '--no-open']).ended).toMatchObject({ code: 1, said: expect.stringContaining('cannot be a workspace') })
})

function started(args: readonly string[], env: Readonly<Record<string, string>>): Started {
  const child = spawn(process.execPath, [join(home, 'src', 'start.ts'), ...args], { cwd: home, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ATELIER_NO_BUILD: '1', ...env } })
  const lines: string[] = []
  const ended = new Promise<{ code: number | null; said: string }>((resolve) => child.once('close', (code) => resolve({ code, said: lines.join('\n') })))
  const ready = new Promise<string>((resolve, reject) => {
    for (const out of [child.stdout, child.stderr]) createInterface({ input: out }).on('line', (line) => {
      lines.push(line)
      const address = /^Atelier is ready: (\S+)/.exec(line)?.[1]
      if (address) resolve(address)
    })
    void ended.then(({ said }) => reject(new Error(`It ended before it was ready:\n${said}`)))
  })
  ready.catch(() => {})
  return { child, ready, ended }
}
