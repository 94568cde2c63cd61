import { spawn } from 'node:child_process'
import { mkdtempSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const entry = join(import.meta.dirname, '..', '..', 'start.ts')
export const token = 'a-token-of-the-tests'

export type Serving = Awaited<ReturnType<typeof serving>>

/** The real server, standing in for `mlflow server` in a working directory of its own. */
export async function serving(flags: readonly string[] = ['--token', token]) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'mlflow größe ')))
  const began = performance.now()
  const child = spawn(process.execPath, [entry, '--backend-store-uri', 'sqlite:///mlflow.db', '--port', '0', ...flags], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  const lines: string[] = []
  const ready = await new Promise<string>((resolve, reject) => {
    const hear = (line: string) => {
      lines.push(line)
      const address = /^Atelier is ready: (http:\/\/[^/]+)/.exec(line)?.[1]
      if (address) resolve(address)
    }
    createInterface({ input: child.stdout }).on('line', hear)
    createInterface({ input: child.stderr }).on('line', hear)
    child.on('exit', (code) => reject(new Error(`The server ended (${code}) before it was ready:\n${lines.join('\n')}`)))
  })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))

  /** A request with the token; the answer's status and JSON. */
  async function ask(method: string, path: string, body?: unknown): Promise<{ readonly status: number; readonly body: unknown }> {
    const answer = await fetch(`${ready}${path}`, { method, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
    return { status: answer.status, body: await answer.json() }
  }

  return {
    url: ready, folder, lines, ask,
    ms: performance.now() - began,
    pid: child.pid ?? 0,
    end: (signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') => {
      child.kill(signal)
      return gone
    },
  }
}
