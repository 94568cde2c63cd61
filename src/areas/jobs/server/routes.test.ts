import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSqlite } from '#node/sqlite.ts'
import { openEvents } from '#wire/events.ts'
import { Problem } from '#wire/problem.ts'
import { ProcessSpec } from '../domain/process.ts'
import { jobsRoutes } from './routes.ts'
import { openJobs } from './store.ts'

function desk(slots = 1) {
  const sqlite = openSqlite(':memory:')
  const events = openEvents()
  return { sqlite, events, jobs: openJobs({ sqlite, events, slots }) }
}

test('a second job says what it waits for, and runs when the first is over', async () => {
  const { jobs } = desk()
  let release = () => {}
  const first = jobs.start({ kind: 'test', title: 'first', by: 'me', run: () => new Promise<void>((resolve) => { release = resolve }) })
  const second = jobs.start({ kind: 'test', title: 'second', by: 'me', run: async () => 7 })
  expect([jobs.get(second.id).state, jobs.get(second.id).reason]).toEqual(['waiting', 'Waiting for “first”: one job runs at a time'])
  release()
  expect([(await jobs.settled(first.id)).state, (await jobs.settled(second.id)).result]).toEqual(['done', 7])
})

test('a cancelled job is told so and its signal is aborted', async () => {
  const { jobs } = desk()
  const job = jobs.start({ kind: 'test', title: 'long', by: 'me', run: ({ signal }) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))) })
  jobs.cancel(job.id)
  expect((await jobs.settled(job.id)).state).toBe('cancelled')
})

test('a failure keeps its sentence', async () => {
  const { jobs } = desk()
  const job = jobs.start({ kind: 'test', title: 'bad', by: 'me', run: () => Promise.reject(new Problem('invalid', 'Row 3 is short.')) })
  const { state, error } = await jobs.settled(job.id)
  expect([state, error]).toEqual(['failed', 'Row 3 is short.'])
})

test('what ran when the studio died is told as lost after the next start', () => {
  const { sqlite, events, jobs } = desk()
  const job = jobs.start({ kind: 'test', title: 'publish', by: 'me', run: () => new Promise(() => {}) })
  expect(openJobs({ sqlite, events }).get(job.id).state).toBe('lost')
})

test('a log is downloaded whole under the name of its job, and searched in what it shows', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'atelier log ü '))
  const sqlite = openSqlite(':memory:')
  const jobs = openJobs({ sqlite, events: openEvents(), folder })
  const app = jobsRoutes({ jobs })
  const { id } = jobs.submit({ kind: 'test', title: 'say/it', by: 'me', spec: ProcessSpec.parse({ argv: ['printf', String.raw`\033[31mr\033[0med\r10%%\r20%%\n\033[32mgr\033[0meen\n`], cwd: folder, resources: {}, retries: {} }) })
  await jobs.settled(id)
  const whole = await app.request(`/jobs/log?id=${id}&attempt=1`)
  expect([whole.status, whole.headers.get('content-disposition'), await whole.text()]).toEqual([200, "attachment; filename*=UTF-8''say-it%20attempt%201.log", '\u001b[31mr\u001b[0med\r10%\r20%\n\u001b[32mgr\u001b[0meen\n'])
  const find = async (text: string) => { const body: unknown = await (await app.request('/jobs.logFind', { method: 'POST', body: JSON.stringify({ id, text }) })).json(); return Reflect.get(Object(body), 'found') }
  expect([await find('GREEN'), await find('red'), await find('20%')]).toEqual([[{ line: 1, text: '\u001b[32mgr\u001b[0meen' }], [], [{ line: 0, text: '\u001b[0m20%' }]])
  expect((await app.request('/jobs/log')).status).toBe(400)
  expect((await app.request('/jobs/log?id=gone')).status).toBe(404)
  await jobs.stopAll()
  await rm(folder, { recursive: true, force: true })
})
