import { mkdir, realpath } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { datasets as datasetsContract } from '#areas/datasets/contract.ts'
import { datasetsRoutes } from '#areas/datasets/server/routes.ts'
import { openDatasets } from '#areas/datasets/server/store.ts'
import { environments as environmentsContract } from '#areas/environments/contract.ts'
import { environmentsRoutes } from '#areas/environments/server/routes.ts'
import { buildReasons, openEnvironments } from '#areas/environments/server/store.ts'
import { files as filesContract } from '#areas/files/contract.ts'
import { filesRoutes } from '#areas/files/server/routes.ts'
import { openFiles } from '#areas/files/server/store.ts'
import { jobs as jobsContract } from '#areas/jobs/contract.ts'
import { jobsRoutes } from '#areas/jobs/server/routes.ts'
import { openJobs } from '#areas/jobs/server/store.ts'
import { folderOf, resolvedLocation } from '#areas/runs/server/artifact-root.ts'
import { artifactRoutes } from '#areas/runs/server/artifact-routes.ts'
import { openArtifacts } from '#areas/runs/server/artifacts.ts'
import { runs as runsContract } from '#areas/runs/contract.ts'
import { runsRoutes } from '#areas/runs/server/routes.ts'
import { openRuns } from '#areas/runs/server/store.ts'
import { registry as registryContract } from '#areas/registry/contract.ts'
import { registryRoutes } from '#areas/registry/server/routes.ts'
import { openRegistry } from '#areas/registry/server/store.ts'
import { training as trainingContract } from '#areas/training/contract.ts'
import { trainingRoutes } from '#areas/training/server/routes.ts'
import { openTraining } from '#areas/training/server/store.ts'
import { workspaces as workspacesContract } from '#areas/workspaces/contract.ts'
import { workspacesRoutes } from '#areas/workspaces/server/routes.ts'
import { openWorkspaces } from '#areas/workspaces/server/store.ts'
import { wrangler as wranglerContract } from '#areas/wrangler/contract.ts'
import { wranglerRoutes } from '#areas/wrangler/server/routes.ts'
import { buildIfStale } from '#node/build.ts'
import { openDuck } from '#node/duckdb/duck.ts'
import { readFlags, storeFile } from '#node/flags.ts'
import type { Flags } from '#node/flags.ts'
import { openCredentials } from '#node/gate/credentials.ts'
import { gate } from '#node/gate/gate.ts'
import { keptToken } from '#node/gate/kept-token.ts'
import { gateUpgrades } from '#node/gate/upgrade.ts'
import type { SocketRoute } from '#node/gate/upgrade.ts'
import { holdWorkspace } from '#node/hold.ts'
import { openBrowser } from '#node/open-browser.ts'
import { pageRoutes } from '#node/page.ts'
import { openSqlite } from '#node/sqlite.ts'
import { gateTold, mlflowRoutes } from '#protocols/mlflow/routes.ts'
import { layOutSample, sampleIsDone, sampleSources } from '#sample/lay-out.ts'
import { openEvents } from '#wire/events.ts'
import { answerProblem } from '#wire/implement.ts'
import { openApi } from '#wire/openapi.ts'
import { eventRoutes } from '#wire/stream.ts'

const version = '0.1.0'

/** Bodies that are streamed to disk: uploads of the page, and artifacts of MLflow's clients. */
const streamed = ['/api/files/upload', ...['/api', '/ajax-api'].map((root) => `${root}/2.0/mlflow-artifacts`)]

/** Everything behind one workspace: stores, areas, gate. Listening is the caller's. */
export async function openStudio({ root, flags, port }: { root: string; flags: Pick<Flags, 'token' | 'auth' | 'host' | 'backendStoreUri' | 'defaultArtifactRoot' | 'artifactsDestination'>; port: () => number }) {
  const studio = join(root, '.atelier')
  await mkdir(join(studio, 'tmp'), { recursive: true, mode: 0o700 })
  const sqlite = openSqlite(flags.backendStoreUri === undefined ? join(studio, 'atelier.db') : storeFile(flags.backendStoreUri))
  const events = openEvents()
  const kept = folderOf(flags.artifactsDestination ?? join(studio, 'artifacts'))
  const duck = openDuck({ path: join(studio, 'cache.duckdb'), allowed: [root, kept], temporary: join(studio, 'tmp'), memory: '1100MB', temporaryLimit: '50GB' })
  const workspaces = openWorkspaces({ root, sqlite, events })
  const files = openFiles({ root, sqlite, events })
  const tokenFile = flags.token === undefined ? join(studio, 'token') : null
  const token = flags.token ?? keptToken(join(studio, 'token'))
  /** Jobs of an earlier studio go on before this one listens, and are told where it will. */
  async function listening(): Promise<string> {
    while (port() === 0) await new Promise((tick) => { setTimeout(tick, 20) })
    return urlOf(flags.host, port())
  }
  const jobs = openJobs({ sqlite, events, folder: join(studio, 'jobs'), reasons: buildReasons, secretOf: (name) => (name === 'MLFLOW_TRACKING_TOKEN' ? token : name === 'MLFLOW_TRACKING_URI' ? listening() : process.env[name]) })
  const datasets = openDatasets({ sqlite, duck, root, jobs, events })
  const runs = openRuns({ sqlite, events, artifactRoot: flags.defaultArtifactRoot && resolvedLocation(flags.defaultArtifactRoot) })
  const artifacts = openArtifacts({ destination: kept, studio })
  await artifacts.tidy()
  await jobs.adopt()
  const environments = openEnvironments({ root, sqlite, jobs, events })
  const registry = openRegistry({ sqlite, runs, datasets, artifacts, events, root })
  const training = openTraining({ root, sqlite, duck, jobs, environments, datasets, runs, artifacts, registry, events })
  const credentials = openCredentials({ token, open: !flags.auth, port, workspace: root, sessions: join(studio, 'browsers.json') })
  const hosts = () => ['127.0.0.1', 'localhost', '[::1]', flags.host.includes(':') ? `[${flags.host}]` : flags.host].flatMap((host) => [`${host}:${port()}`.toLowerCase()])
  const options = { credentials, hosts, open: ['/health'], streamed, told: gateTold }
  const sockets: readonly SocketRoute[] = []
  const contracts = [workspacesContract, filesContract, jobsContract, environmentsContract, datasetsContract, wranglerContract, runsContract, registryContract, trainingContract]

  const app = new Hono()
  app.use('*', gate(options))
  app.get('/health', (c) => c.text('OK'))
  app.get('/api/openapi.json', (c) => c.json(openApi(contracts, version)))
  app.route('/api', eventRoutes(events))
  app.route('/api', workspacesRoutes({ workspaces, connection: () => ({ url: urlOf(flags.host, port()), token: flags.auth ? token : null, tokenFile }) }))
  app.route('/api', filesRoutes({ files }))
  app.route('/api', jobsRoutes({ jobs }))
  app.route('/api', environmentsRoutes({ environments, files, root }))
  app.route('/api', datasetsRoutes({ datasets }))
  app.route('/api', wranglerRoutes({ duck, datasets, jobs, files, events, root, folder: join(studio, 'cache', 'wrangler') }))
  app.route('/api', runsRoutes({ runs, artifacts, duck, datasets, root }))
  app.route('/api', artifactRoutes({ runs, artifacts }))
  app.route('/api', registryRoutes({ registry }))
  app.route('/api', trainingRoutes({ training, files }))
  app.route('/', mlflowRoutes({ runs, artifacts, registry }))
  app.all('/api/*', (c) => c.json({ code: 'missing', message: `There is no ${c.req.method} ${c.req.path}. The calls are listed at /api/openapi.json.` }, 404))
  app.route('/', pageRoutes(join(import.meta.dirname, '..', 'dist')))
  app.onError(answerProblem)

  async function close(): Promise<void> {
    training.close()
    await jobs.stopAll()
    workspaces.close()
    files.close()
    runs.close()
    duck.close()
    sqlite.close()
  }

  /** What the sample workspace holds, registered behind the person's back; what stands already stays. A start that is cut off here goes on at the next. */
  async function registerSample(): Promise<void> {
    const begun = await Promise.all(sampleSources.map(({ path, name }) => datasets.register({ path, name, note: '', tags: ['sample'], by: 'studio' })))
    const ended = await Promise.all(begun.flatMap(({ job }) => (job === null ? [] : [jobs.settled(job)])))
    if (ended.every(({ state }) => state === 'done' || state === 'failed')) await sampleIsDone({ root })
  }

  return { app, sockets, credentials, options, registerSample, close }
}

async function main(): Promise<void> {
  const flags = readFlags(process.argv.slice(2), process.env)
  if ('say' in flags) {
    console.log(flags.say)
    process.exit(flags.exit)
  }
  if (process.env.npm_lifecycle_event === 'start' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)
  const wanted = resolve(flags.workspace)
  await mkdir(wanted, { recursive: true }).catch(() => { throw new Error(`“${wanted}” cannot be a workspace: it is a file, or the system does not let Atelier make a folder there.`) })
  const root = await realpath(wanted)
  const hold = await holdWorkspace(join(root, '.atelier'))
  if (!hold.held) {
    console.log(`This workspace is open already, at ${hold.url || 'an address not known yet'} (process ${hold.pid}). Stop it there first, or open another folder.`)
    process.exit(1)
  }
  if (!process.env.ATELIER_NO_BUILD && !flags.standsIn) await buildIfStale((line) => console.log(line)).catch(async (error: unknown) => { await hold.release(); throw error })
  const unfinished = !flags.standsIn && (await layOutSample({ root }))
  let port = flags.port
  let stopping = false
  const studio = await openStudio({ root, flags, port: () => port })
  const server = serve({ fetch: studio.app.fetch, port: flags.port, hostname: flags.host }, (info) => {
    port = info.port
    const url = `${urlOf(flags.host, port)}/`
    const address = `${url}?code=${studio.credentials.newCode()}`
    void hold.tell(url)
    console.log(`Atelier is ready: ${address}`)
    console.log(toMlflow(flags, urlOf(flags.host, port), join(root, '.atelier', 'token')))
    if (flags.open) openBrowser(address)
    if (unfinished) studio.registerSample().catch((error: unknown) => { if (!stopping) console.error(error) })
  })
  gateUpgrades(server, studio.options, studio.sockets)

  const { release } = hold
  /** Asked a second time it does not wait any more; the next start copes with that. */
  async function stop(code: number): Promise<void> {
    if (stopping) process.exit(130)
    stopping = true
    server.close()
    await studio.close()
    await release()
    process.exit(code)
  }
  server.on('error', (error: Error & { code?: string }) => {
    console.error(error.code === 'EADDRINUSE' ? `Port ${flags.port} is taken. Choose another with --port, or --port 0 for a free one.` : error.message)
    void stop(1)
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0))
}

function urlOf(listening: string, port: number): string {
  const host = listening === '0.0.0.0' || listening === '::' ? '127.0.0.1' : listening
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

function toMlflow({ auth, token }: Flags, url: string, tokenFile: string): string {
  if (!auth) return `NO CREDENTIALS ARE ASKED FOR (--no-auth): every program on this machine that reaches ${url} can read and change this workspace.\nMLflow: export MLFLOW_TRACKING_URI=${url}`
  return `MLflow: export MLFLOW_TRACKING_URI=${url} MLFLOW_TRACKING_TOKEN=${token === undefined ? `"$(cat '${tokenFile.replaceAll("'", String.raw`'\''`)}')"` : '…'}`
}

export async function run(): Promise<void> {
  await main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  })
}

if (import.meta.main) await run()
