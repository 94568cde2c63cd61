import { readdirSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { serving, token } from './serving.test.util.ts'
import type { Serving } from './serving.test.util.ts'

const Made = z.object({ run: z.object({ info: z.object({ run_id: z.string(), experiment_id: z.string() }) }) })
const Read = z.object({ run: z.object({ data: z.object({ metrics: z.array(z.object({ key: z.string(), value: z.number() })).default([]), params: z.array(z.object({ key: z.string(), value: z.string() })).default([]) }) }) })
const History = z.object({ metrics: z.array(z.object({ step: z.number(), value: z.number(), timestamp: z.number() })).default([]) })
const Refused = z.object({ error_code: z.string(), message: z.string() })
const artifacts = '/api/2.0/mlflow-artifacts/artifacts'
const bearer = { authorization: `Bearer ${token}` }

let server: Serving
beforeAll(async () => { server = await serving() })
afterAll(() => server.end())

async function newRun(experiment = '0'): Promise<string> {
  const { body } = await server.ask('POST', '/api/2.0/mlflow/runs/create', { experiment_id: experiment })
  return Made.parse(body).run.info.run_id
}

function log(run: string, batch: object) {
  return server.ask('POST', '/api/2.0/mlflow/runs/log-batch', { run_id: run, ...batch })
}

async function dataOf(run: string) {
  return Read.parse((await server.ask('GET', `/api/2.0/mlflow/runs/get?run_id=${run}`)).body).run.data
}

async function history(run: string, key: string) {
  return History.parse((await server.ask('GET', `/api/2.0/mlflow/metrics/get-history?run_id=${run}&metric_key=${key}`)).body).metrics
}

function points(count: number, key = 'm', from = 0) {
  return Array.from({ length: count }, (_, n) => ({ key, value: n, timestamp: 1000 + n, step: from + n }))
}

/** Sends so much and hangs up. */
function cutOff(head: string, body: string): Promise<void> {
  const { hostname, port, host } = new URL(server.url)
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write(`${head} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${token}\r\n${body}`, () => setTimeout(() => socket.destroy(), 150)))
    socket.on('close', () => resolve())
  })
}

test('a refused batch leaves nothing: a name that climbs, a param twice, 1,001 metrics, a param that changes', async () => {
  const run = await newRun()
  const good = points(1)
  await log(run, { params: [{ key: 'lr', value: '1' }] })
  const answers = await Promise.all([
    { metrics: [...good, ...points(1, 'a/../b')] }, { metrics: good, params: [{ key: 'p', value: '1' }, { key: 'p', value: '2' }] }, { metrics: points(1001) }, { metrics: good, params: [{ key: 'lr', value: '2' }] },
    { metrics: good, tags: [{ key: '../t', value: '' }] },
  ].map(async (batch) => {
    const { status, body } = await log(run, batch)
    const { error_code, message } = Refused.parse(body)
    return [status, error_code, message.slice(0, 90)]
  }))
  expect(answers).toEqual([
    [400, 'INVALID_PARAMETER_VALUE', 'Invalid value "a/../b" for parameter \'metrics[1].name\' supplied: Names may be treated as f'],
    [400, 'INVALID_PARAMETER_VALUE', "Duplicate parameter keys have been submitted: ['p']. Please ensure the request contains on"],
    [400, 'INVALID_PARAMETER_VALUE', 'A batch logging request can contain at most 1000 metrics. Got 1001 metrics. Please split u'],
    [400, 'INVALID_PARAMETER_VALUE', "Changing param values is not allowed. Params were already logged='[{'key': 'lr', 'old_valu"],
    [400, 'INVALID_PARAMETER_VALUE', 'Invalid value "../t" for parameter \'tags[0].key\' supplied: Names may be treated as files i'],
  ])
  expect(await dataOf(run)).toEqual({ metrics: [], params: [{ key: 'lr', value: '1' }] })
})

test('a client that dies in mid-batch leaves nothing of it; the next batch is taken', async () => {
  const run = await newRun()
  const body = JSON.stringify({ run_id: run, metrics: points(1000) })
  await cutOff('POST /api/2.0/mlflow/runs/log-batch', `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, body.length / 2)}`)
  expect(await history(run, 'm')).toEqual([])
  expect((await log(run, { metrics: points(1000) })).status).toBe(200)
  expect((await history(run, 'm')).length).toBe(1000)
})

test('an artifact that is cut off leaves nothing, and what stood there before stays', async () => {
  const path = `${artifacts}/0/cut/artifacts/model.bin`
  const fetched = async () => (await fetch(server.url + path, { headers: bearer })).text()
  await cutOff(`PUT ${path}`, `Content-Length: 50000000\r\n\r\n${'x'.repeat(1_000_000)}`)
  await cutOff(`PUT ${path}`, `Transfer-Encoding: chunked\r\n\r\n10\r\n${'x'.repeat(16)}\r\n`)
  expect(JSON.parse(await fetched()).error_code).toBe('RESOURCE_DOES_NOT_EXIST')
  expect((await fetch(server.url + path, { method: 'PUT', headers: bearer, body: 'whole' })).status).toBe(200)
  await cutOff(`PUT ${path}`, `Content-Length: 5000\r\n\r\nhalf`)
  expect(await fetched()).toBe('whole')
  const folder = join(server.folder, '.atelier', 'artifacts')
  expect([readdirSync(join(folder, '0', 'cut', 'artifacts')), readdirSync(join(folder, '.atelier-incoming'))]).toEqual([['model.bin'], []])
})

test('a path that escapes is refused on every road', async () => {
  const run = await newRun()
  const roads = ['..%2f..%2f..%2fatelier.db', '%2fetc%2fpasswd', '%252e%252e%252fx', 'a%23b', 'a%00b'].flatMap((path) => [
    ['GET', `${artifacts}/${path}`], ['PUT', `${artifacts}/${path}`], ['DELETE', `${artifacts}/${path}`], ['GET', `${artifacts}?path=${path}`], ['GET', `/get-artifact?run_id=${run}&path=${path}`],
    ['GET', `/api/2.0/mlflow/artifacts/list?run_id=${run}&path=${path}`], ['POST', `/ajax-api/2.0/mlflow/upload-artifact?run_uuid=${run}&path=${path}`],
  ] as const)
  const answers = await Promise.all(roads.map(async ([method, path]) => {
    const answer = await fetch(server.url + path, { method, headers: bearer, ...(method === 'PUT' || method === 'POST' ? { body: 'x' } : {}) })
    return [path, answer.status, await answer.json()]
  }))
  expect(answers).toEqual(roads.map(([, path]) => [path, 400, { error_code: 'INVALID_PARAMETER_VALUE', message: 'Invalid path' }]))
})

test('two clients on one run lose nothing; of two values for a param one is kept', async () => {
  const run = await newRun()
  const batches = Array.from({ length: 20 }, (_, n) => log(run, { metrics: points(500, `k${n % 2}`, Math.floor(n / 2) * 500) }))
  const params = ['a', 'b'].map((value) => log(run, { params: [{ key: 'who', value }] }))
  expect((await Promise.all(batches)).map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200))
  expect((await Promise.all(params)).map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 400])
  expect([(await history(run, 'k0')).length, (await history(run, 'k1')).length]).toEqual([5000, 5000])
})

test('a clock that jumps changes nothing about which point is the last', async () => {
  const run = await newRun()
  await log(run, { metrics: [{ key: 'm', value: 1, timestamp: 9000, step: 1 }, { key: 'm', value: 3, timestamp: 1000, step: 3 }, { key: 'm', value: 2, timestamp: 5000, step: 2 }] })
  await log(run, { metrics: [{ key: 'm', value: 0, timestamp: 99_000, step: 0 }] })
  expect((await dataOf(run)).metrics.map(({ value }) => value)).toEqual([3])
  expect((await history(run, 'm')).map(({ step }) => step)).toEqual([3, 2, 1, 0])
})

test('an experiment deleted while its runs log keeps every point that was acknowledged', async () => {
  const { body } = await server.ask('POST', '/api/2.0/mlflow/experiments/create', { name: 'deleted meanwhile' })
  const { experiment_id } = z.object({ experiment_id: z.string() }).parse(body)
  const run = await newRun(experiment_id)
  const answers: number[] = []
  for (let n = 0; n < 10; n++) {
    const [{ status }] = await Promise.all([log(run, { metrics: points(10, 'm', n * 10) }), ...(n === 5 ? [server.ask('POST', '/api/2.0/mlflow/experiments/delete', { experiment_id })] : [])])
    answers.push(status)
  }
  expect([answers.slice(0, 5), answers.slice(6)]).toEqual([[200, 200, 200, 200, 200], [400, 400, 400, 400]])
  await server.ask('POST', '/api/2.0/mlflow/experiments/restore', { experiment_id })
  expect((await history(run, 'm')).length).toBe(answers.filter((status) => status === 200).length * 10)
  expect((await log(run, { metrics: points(1) })).status).toBe(200)
})

test('hostile artifacts are attachments to a client; the page gets HTML in a box without network or origin', async () => {
  const run = await newRun()
  const kept = { 'a.html': '<script>alert(1)</script>', 'b.svg': '<svg onload="alert(1)"/>', 'c.pkl': '\u0080\u0004cos\nsystem\n.', 'd.png': 'no image' }
  for (const [name, text] of Object.entries(kept)) await fetch(`${server.url}${artifacts}/0/${run}/artifacts/${name}`, { method: 'PUT', headers: bearer, body: text })
  const heads = async (path: (name: string) => string, ...wanted: string[]) => Promise.all(Object.keys(kept).map(async (name) => {
    const answer = await fetch(server.url + path(name), { headers: bearer })
    await answer.arrayBuffer()
    return [answer.status, ...wanted.map((one) => answer.headers.get(one)?.split(';')[0])]
  }))
  expect(await heads((name) => `/get-artifact?run_id=${run}&path=${name}`, 'content-disposition', 'x-content-type-options')).toEqual(Object.keys(kept).map(() => [200, 'attachment', 'nosniff']))
  expect(await heads((name) => `${artifacts}/0/${run}/artifacts/${name}`, 'content-disposition', 'x-content-type-options')).toEqual(Object.keys(kept).map(() => [200, 'attachment', 'nosniff']))
  expect(await heads((name) => `/api/runs/artifact?run=${run}&path=${name}`, 'content-disposition', 'x-content-type-options', 'content-type', 'content-security-policy')).toEqual([
    [200, 'inline', 'nosniff', 'text/html', 'sandbox allow-scripts'], [200, 'inline', 'nosniff', 'image/svg+xml', 'sandbox'], [200, 'attachment', 'nosniff', 'application/octet-stream', 'sandbox'], [200, 'inline', 'nosniff', 'image/png', 'sandbox'],
  ])
})

test.skipIf(process.platform !== 'linux')('a large artifact is streamed both ways, never held in memory', async () => {
  const held = () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]) / 1024
  const [before, mebi, parts] = [held(), new Uint8Array(1024 * 1024).fill(7), 400]
  let sent = 0
  const body = new ReadableStream<Uint8Array>({ pull: (control) => (sent++ < parts ? control.enqueue(mebi) : control.close()) })
  const streamed = { method: 'PUT', headers: bearer, body, duplex: 'half' }
  expect((await fetch(`${server.url}${artifacts}/0/large/artifacts/weights.bin`, streamed)).status).toBe(200)
  let read = 0
  for await (const part of (await fetch(`${server.url}${artifacts}/0/large/artifacts/weights.bin`, { headers: bearer })).body ?? []) read += part.length
  expect(read).toBe(parts * mebi.length)
  expect(held() - before).toBeLessThan(200)
})

test('nothing of this was a fault of the server', () => {
  expect(server.lines.filter((line) => !/^(Atelier is ready|MLflow): /.test(line))).toEqual([])
})
