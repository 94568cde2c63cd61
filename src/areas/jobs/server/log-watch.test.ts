import { appendFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { openSqlite } from '#node/sqlite.ts'
import { openEvents } from '#wire/events.ts'
import { ProcessSpec } from '../domain/process.ts'
import { jobsRoutes } from './routes.ts'
import { openJobs } from './store.ts'

test('a log that grew past what was read of it is told of once, until it is read again; of two readers the slower counts; its end is told', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'atelier log ü '))
  const events = openEvents()
  const told: string[] = []
  events.listen(({ area, what }) => { if (area === 'jobLogs') told.push(what) })
  const jobs = openJobs({ sqlite: openSqlite(join(folder, 'a.db')), events, folder: join(folder, 'jobs') })
  const app = new Hono().route('/', jobsRoutes({ jobs }))
  const { id } = jobs.submit({ kind: 'test', title: 'says', by: 'me', spec: ProcessSpec.parse({ argv: ['sh', '-c', `while [ ! -e "${folder}/end" ]; do sleep 0.05; done`], cwd: folder, resources: {}, retries: {} }) })
  const read = async () => (await (await app.request('/jobs.log', { method: 'POST', body: JSON.stringify({ id, from: 0 }) })).json()).lines
  const say = (line: string) => appendFile(join(jobs.folderOf(id), 'log'), `${line}\n`)
  await expect.poll(() => jobs.attempts(id)[0]?.pid ?? null).not.toBe(null)

  expect(await read()).toEqual([])
  await say('first')
  await expect.poll(() => told).toEqual(['grew'])
  await say('second')
  expect([await read(), told]).toEqual([['first', 'second'], ['grew']])
  await say('third')
  await expect.poll(() => told).toEqual(['grew', 'grew'])
  const path = join(jobs.folderOf(id), 'log')
  jobs.logWatch.note(path, { job: id, bytes: 0 })
  expect(await read()).toEqual(['first', 'second', 'third'])
  await expect.poll(() => told).toEqual(['grew', 'grew', 'grew'])
  await read()

  await appendFile(join(folder, 'end'), '')
  expect((await jobs.settled(id)).state).toBe('done')
  await expect.poll(() => told).toEqual(['grew', 'grew', 'grew', 'ended'])
  await jobs.stopAll()
  await rm(folder, { recursive: true, force: true })
})
