import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { environments } from '#areas/environments/contract.ts'
import { plainPython } from '#node/test-python.test.util.ts'
import { ask, pause } from '../ask.ts'
import { startServer } from '../server.ts'
import { environmentReady } from './environment-ready.ts'
import type { Figure } from './figure.ts'
import { jobQueue } from './job-queue.ts'
import { jobStarts } from './job-start.ts'
import { logFlood } from './log-flood.ts'
import { logSeen } from './log-seen.ts'
import { mlflowPython } from './mlflow-peer.ts'

/** Commands as the page starts and follows them, each beside the same work without the studio. */
export async function* jobsBench({ folder }: { readonly folder: string }): AsyncGenerator<Figure> {
  const python = mlflowPython() ?? plainPython()
  if (python === undefined) return
  const root = await mkdtemp(join(folder, 'jobs-'))
  process.env.ATELIER_CACHE = join(folder, 'environments')
  const server = await startServer({ root })
  try {
    await ask(server, environments.adopt, { name: 'bench', path: python })
    await pause(3000)
    yield* jobStarts(server, python)
    yield* jobQueue(server)
    yield* logSeen(server)
    yield* logFlood(server, python)
    yield* environmentReady(server)
  } finally {
    await server.stop()
    await rm(root, { recursive: true, force: true })
  }
}
