import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { createServer as createHttp } from 'node:http'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { pause } from '../ask.ts'

const run = promisify(execFile)
const script = join(import.meta.dirname, 'mlflow-peer.py')
const cached = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'atelier-test-mlflow', process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python')

/** A Python that has mlflow: the environment of the tests, or the one that ATELIER_BENCH_MLFLOW names. */
export function mlflowPython(): string | undefined {
  return [process.env.ATELIER_BENCH_MLFLOW, cached].find((path) => path !== undefined && existsSync(path))
}

interface Load { readonly url: string; readonly token?: string; readonly clients: number; readonly points: number }
const Span = z.object({ began: z.number(), ended: z.number() })

/** Points a second that so many real clients log together, each as many points in batches of 1,000. */
export async function clientRate(python: string, { url, token, clients, points }: Load): Promise<number> {
  const env = { ...process.env, ...(token ? { MLFLOW_TRACKING_TOKEN: token } : {}) }
  const spans = await Promise.all(Array.from({ length: clients }, async () => {
    const { stdout } = await run(python, [script, 'log', url.replace(/\/$/, ''), String(points)], { env })
    return Span.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''))
  }))
  return (clients * points) / (Math.max(...spans.map(({ ended }) => ended)) - Math.min(...spans.map(({ began }) => began)))
}

/** The same against a server that answers at once and keeps nothing: what one client could reach at the most. */
export async function clientCeiling(python: string, points: number): Promise<number> {
  const info = { run_id: 'a'.repeat(32), run_uuid: 'a'.repeat(32), experiment_id: '0', status: 'RUNNING', artifact_uri: '/tmp', lifecycle_stage: 'active', start_time: 1 }
  const server = createHttp((request, response) => {
    request.resume().on('end', () => response.setHeader('content-type', 'application/json').end(JSON.stringify(request.url?.endsWith('/create') ? { run: { info } } : {})))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const rate = await clientRate(python, { url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`, clients: 1, points })
  server.close()
  return rate
}

/** `mlflow server` on SQLite over the same runs as the studio's. */
export async function startMlflow(python: string, { folder, database, experiment, long }: { readonly folder: string; readonly database: string; readonly experiment: string; readonly long: string }): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const home = await mkdtemp(join(folder, 'mlflow-'))
  const theirs = join(home, 'mlflow.db')
  await run(python, [script, 'copy', database, theirs, experiment, long])
  const port = await freePort()
  const child = spawn(python, ['-m', 'mlflow', 'server', '--backend-store-uri', `sqlite:///${theirs}`, '--default-artifact-root', home, '--port', String(port)], { stdio: 'ignore', detached: true })
  const url = `http://127.0.0.1:${port}/`
  for (let tries = 0; !(await fetch(`${url}health`).then(({ ok }) => ok, () => false)); tries++) {
    if (tries > 240) throw new Error('mlflow server did not start within a minute.')
    await pause(250)
  }
  return {
    url,
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      process.kill(-(child.pid ?? 0), 'SIGTERM')
      await gone
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
