import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const home = join(import.meta.dirname, '..')
const token = 'e2e-token'

export interface Answer { readonly status: number; readonly ms: number; readonly body: unknown }
export type Server = Awaited<ReturnType<typeof startServer>>

/** The studio itself, as `npm start` runs it, on that workspace. It can be ended in every way and started again at the same address. */
export async function startServer({ root, port = 0, build = false }: { readonly root: string; readonly port?: number; readonly build?: boolean }) {
  let born = await begun({ root, port, build })

  async function ask(name: string, input: unknown, signal?: AbortSignal): Promise<Answer> {
    const began = performance.now()
    const answer = await fetch(`${born.url}api/${name}`, {
      method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify(input), ...(signal ? { signal } : {}),
    })
    const body: unknown = await answer.json()
    return { status: answer.status, ms: performance.now() - began, body }
  }

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (born.child.exitCode !== null || born.child.signalCode !== null) return
    const gone = exited(born.child)
    born.child.kill(signal)
    await gone
  }

  return {
    root, token, ask,
    url: () => born.url,
    /** The printed address; its code works once. */
    address: () => born.address,
    pid: () => born.child.pid ?? 0,
    /** What the server printed since it was started. */
    lines: () => born.lines,
    startedIn: () => born.ms,
    kill9: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    async restart(): Promise<void> {
      await end('SIGTERM')
      born = await begun({ root, port: Number(new URL(born.url).port), build: false })
    },
  }
}

/** A workspace that nobody has used, where a space and letters beyond ASCII stand in the path. */
export async function freshWorkspace(): Promise<{ readonly root: string; readonly remove: () => Promise<void> }> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'Atelier e2e Größe 数 ')))
  return { root: join(folder, 'my work'), remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) }
}

async function begun({ root, port, build }: { readonly root: string; readonly port: number; readonly build: boolean }) {
  const began = performance.now()
  const child = spawn(process.execPath, [join(home, 'src', 'start.ts'), root, '--port', String(port), '--no-open', '--token', token], {
    cwd: home, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...(build ? {} : { ATELIER_NO_BUILD: '1' }) },
  })
  const lines: string[] = []
  const address = await new Promise<string>((resolve, reject) => {
    const hear = (line: string) => {
      lines.push(line)
      const ready = /^Atelier is ready: (\S+)/.exec(line)?.[1]
      if (ready) resolve(ready)
    }
    createInterface({ input: child.stdout }).on('line', hear)
    createInterface({ input: child.stderr }).on('line', hear)
    child.on('exit', (code, signal) => reject(new Error(`The server ended (${signal ?? code}) before it was ready:\n${lines.join('\n')}`)))
  })
  return { child, lines, address, url: address.replace(/\?.*$/, ''), ms: performance.now() - began }
}

function exited(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.once('exit', () => resolve()))
}
