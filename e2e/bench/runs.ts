import { copyFile, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runs } from '#areas/runs/contract.ts'
import { openRuns } from '#areas/runs/server/store.ts'
import { openSqlite } from '#node/sqlite.ts'
import { openEvents } from '#wire/events.ts'
import { ask, pause, timed } from '../ask.ts'
import { startServer } from '../server.ts'
import type { Server } from '../server.ts'
import { each } from './bare.ts'
import { median, quantile } from './figure.ts'
import type { Figure } from './figure.ts'
import { clientCeiling, clientRate, mlflowPython, startMlflow } from './mlflow-peer.ts'
import { restOf } from './rest.ts'
import type { Rest } from './rest.ts'
import { endure, routeRate } from './runs-log.ts'
import { searchTimes, took } from './runs-search.ts'
import { seenAfter } from './runs-seen.ts'
import { seedCurve } from './seed-curve.ts'
import { seedMany } from './seed-many.ts'

const many = 20_000
const long = 1_000_000

interface Place { readonly server: Server; readonly rest: Rest; readonly experiment: string; readonly curve: string; readonly database: string; readonly folder: string }

/** Runs as MLflow's clients and the page use them, over 20,000 runs with 8 million points and a curve of a million, beside `mlflow server` on SQLite where Python has it. */
export async function* runsBench({ folder }: { readonly folder: string }): AsyncGenerator<Figure> {
  const database = join(folder, 'runs-1.db')
  if (!existsSync(database)) await seeded(database)
  const root = await mkdtemp(join(folder, 'runs-'))
  await mkdir(join(root, '.atelier'))
  await copyFile(database, join(root, '.atelier', 'atelier.db'))
  const server = await startServer({ root })
  const rest = restOf({ url: server.url(), token: server.token })
  try {
    const found = await ask(server, runs.experiments, {})
    const experiment = found.find(({ name }) => name === 'many')?.id ?? ''
    const { ids: [curve = ''] } = await ask(server, runs.values, { query: { experiments: [experiment], filter: "run_name = 'long'" }, columns: [] })
    const place: Place = { server, rest, experiment, curve, database, folder }
    yield* searched(place)
    yield* drawn(place)
    yield* logged(place)
    yield* beside(place)
    yield* endured(place)
  } finally {
    await server.stop()
    await rm(root, { recursive: true, force: true })
  }
}

async function seeded(path: string): Promise<void> {
  await rm(`${path}.part`, { force: true })
  const sqlite = openSqlite(`${path}.part`)
  const store = openRuns({ sqlite, events: openEvents() })
  const experiment = await seedMany(store, { runs: many })
  await seedCurve(store, { experiment, points: long })
  await pause(5000)
  store.close()
  sqlite.close()
  await rename(`${path}.part`, path)
}

const size = `${many.toLocaleString('en')} runs, 8 million points`

async function* searched({ rest, experiment }: Place): AsyncGenerator<Figure> {
  const { p50, p95, deep } = await searchTimes(rest, experiment)
  yield { figure: 'search p50, metric filter and order', value: p50, unit: 'ms', limit: 10, note: `100 runs in full over HTTP, parsed; ${size}` }
  yield { figure: 'search p95, metric filter and order', value: p95, unit: 'ms', note: size }
  yield { figure: 'search p50, page after 6,000 runs', value: deep, unit: 'ms', limit: 10, note: size }
}

async function* drawn({ server, rest, experiment, curve }: Place): AsyncGenerator<Figure> {
  yield { figure: 'bulk-interval of a curve of a million points', value: median(await each(9, () => took(() => rest.interval(curve, 'loss')))), unit: 'ms', limit: 50, note: '320 points, over HTTP' }
  yield { figure: 'curve of a million points in 600 buckets', value: median(await each(9, () => took(() => ask(server, runs.curves, { runs: [curve], metrics: ['loss'] })))), unit: 'ms', limit: 50, note: 'every extreme kept; over HTTP' }
  yield { figure: 'part of it again, zoomed to a tenth', value: median(await each(9, () => took(() => ask(server, runs.curves, { runs: [curve], metrics: ['loss'], from: 400_000, to: 500_000 })))), unit: 'ms' }
  const query = { experiments: [experiment], filter: 'metrics.loss > 0.5', order: [{ column: 'metrics.accuracy', descending: true }] }
  const columns = ['metrics.loss', 'metrics.accuracy:best', 'params.param0', 'params.param6']
  const first = await took(async () => {
    const { rows } = await ask(server, runs.table, { query, columns, from: 0, to: 100 })
    const ids = rows.map(({ id }) => id)
    await Promise.all([ask(server, runs.values, { query, columns, limit: 20_000 }), ...['loss', 'val_loss', 'accuracy', 'val_accuracy'].map((metric) => ask(server, runs.curves, { runs: ids, metrics: [metric] }))])
  })
  yield { figure: 'first charts of 100 runs', value: first, unit: 'ms', limit: 300, note: 'table, four cards of 100 curves and the values of all matched runs for parallel coordinates, asked for once' }
  const windows = await each(60, async (i) => (await timed(server, runs.table, { query, columns, from: i * 150, to: i * 150 + 60 })).ms)
  yield { figure: 'table window p95', value: quantile(windows, 0.95), unit: 'ms', note: '60 rows × 4 columns, anywhere in 10,000 matched runs' }
  const counts = await each(20, async (i) => (await timed(server, runs.count, { query: { ...query, filter: `metrics.loss > 0.${i + 10} OR params.param6 = 'choice1'` } })).ms)
  yield { figure: 'count of a new filter p50', value: median(counts), unit: 'ms' }
}

async function* logged({ server, rest }: Place): AsyncGenerator<Figure> {
  await routeRate(rest, { clients: 4, batches: 25 })
  yield { figure: 'log-batch at the route, 8 clients', value: await routeRate(rest, { clients: 8, batches: 40 }), unit: 'points/s', least: 100_000, note: 'batches of 1,000 points; the clients share the machine' }
  yield { figure: 'log-batch at the route, 1 client', value: await routeRate(rest, { clients: 1, batches: 100 }), unit: 'points/s', note: 'each batch is on disk before the next is sent' }
  yield { figure: 'a metric is seen after p95', value: quantile(await seenAfter(server, rest, 20), 0.95), unit: 'ms', limit: 500, note: 'sent, told on the event stream, read in a curve; 20 times' }
}

async function* beside({ server, rest, experiment, curve, database, folder }: Place): AsyncGenerator<Figure> {
  const python = mlflowPython()
  if (!python) {
    console.error('No Python with mlflow here (npm test makes it): mlflow server is not compared.')
    return
  }
  const ceiling = await clientCeiling(python, 60_000)
  const mine = await ratesOf(python, { url: server.url(), token: server.token }, 100_000)
  const ours = { ...(await searchTimes(rest, experiment)), interval: await took(() => rest.interval(curve, 'loss')) }
  const peer = await startMlflow(python, { folder, database, experiment, long: curve })
  try {
    const other = restOf(peer)
    const theirs = { ...(await searchTimes(other, experiment, { times: 4, warm: 1 })), interval: await took(() => other.interval(curve, 'loss')) }
    const rates = await ratesOf(python, peer, 10_000)
    yield { figure: 'log-batch by the real client against a server that keeps nothing', value: ceiling, unit: 'points/s', note: 'what one client can reach at the most, batches of 1,000' }
    for (const [clients, key] of [['one real client', 'one'], ['four real clients', 'four']] as const) {
      yield { figure: `log-batch by ${clients}: studio`, value: mine[key], unit: 'points/s', note: 'the clients share the machine' }
      yield { figure: `log-batch by ${clients}: mlflow server`, value: rates[key], unit: 'points/s', peer: 'mlflow', ratio: mine[key] / rates[key], note: `ratio: the studio’s points a second over mlflow’s; 10 is wanted${ceiling < rates[key] * 10 && key === 'one' ? ', more than the client itself can send' : ''}` }
    }
    for (const [name, key] of [['search p50', 'p50'], ['deep page p50', 'deep'], ['bulk-interval of a million points', 'interval']] as const) yield { figure: `${name}: mlflow server`, value: theirs[key], unit: 'ms', peer: 'mlflow', ratio: theirs[key] / ours[key], note: 'the same runs; ratio above 1: the studio is faster' }
  } finally {
    await peer.stop()
  }
}

async function ratesOf(python: string, { url, token }: { readonly url: string; readonly token?: string }, points: number): Promise<{ readonly one: number; readonly four: number }> {
  const at = { url, ...(token ? { token } : {}), points }
  return { one: await clientRate(python, { ...at, clients: 1 }), four: await clientRate(python, { ...at, clients: 4 }) }
}

async function* endured({ server, rest }: Place): AsyncGenerator<Figure> {
  const { sent, errors, runs: ids, grown, held } = await endure(rest, server, { clients: 50, seconds: 60 })
  const counts = await Promise.all(ids.map(async (id) => (await ask(server, runs.run, { id })).metrics.reduce((sum, { points }) => sum + points, 0)))
  const note = `50 clients, 100 points ten times a second each, ${sent.toLocaleString('en')} points`
  yield { figure: 'a minute of 50 clients: errors', value: errors, unit: 'requests', limit: 0, note }
  yield { figure: 'a minute of 50 clients: lost', value: sent - counts.reduce((a, b) => a + b, 0), unit: 'points', limit: 0, note }
  yield { figure: 'a minute of 50 clients: memory grown since the first third', value: grown, unit: 'MB', limit: 60, note: `${Math.round(held)} MB held at the end` }
}
