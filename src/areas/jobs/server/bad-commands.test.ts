import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { openSqlite } from '#node/sqlite.ts'
import { openEvents } from '#wire/events.ts'
import { memoryGroup } from '#node/processes/memory-group.test.util.ts'
import { ProcessSpec } from '../domain/process.ts'
import { openJobs } from './store.ts'

const folders: string[] = []
afterEach(async () => {
  vi.useRealTimers()
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

async function desk() {
  const folder = await mkdtemp(join(tmpdir(), 'atelier bad ü '))
  folders.push(folder)
  const sqlite = openSqlite(join(folder, 'a.db'))
  const open = () => openJobs({ sqlite, events: openEvents(), folder: join(folder, 'jobs') })
  const jobs = open()
  const shell = (script: string, more: object = {}) => jobs.submit({ kind: 'test', title: script, by: 'me', spec: ProcessSpec.parse({ argv: ['sh', '-c', script], cwd: folder, resources: { cpu: 0.1 }, retries: {}, ...more }) })
  return { folder, jobs, open, shell }
}

test('a command that takes all memory is ended by the system and told so, with its last lines', async (context) => {
  const group = await memoryGroup(50_000_000)
  if (!group) return context.skip()
  const { jobs, shell } = await desk()
  const other = shell('kill -KILL $$')
  expect((await jobs.settled(other.id)).error).toBe('It was ended by SIGKILL.')
  const job = shell(`echo $$ > "${group.processes}"; echo loading; exec tail /dev/zero`)
  expect((await jobs.settled(job.id)).error).toBe('The system ended it because the machine ran out of memory. Give it less data at once, or let fewer jobs run beside it.\nloading')
  expect(jobs.attempts(job.id).map(({ state, signal }) => [state, signal])).toEqual([['outOfMemory', 'SIGKILL']])
  await group.remove()
})

test('a clock that jumps ends nothing early, loses no job and no log, and what runs is found again', async () => {
  const { folder, jobs, open, shell } = await desk()
  const go = join(folder, 'go')
  const before = shell('echo kept')
  await jobs.settled(before.id)
  const [long, across] = [shell(`while [ ! -e "${go}" ]; do sleep 0.05; done; echo on`, { timeoutSeconds: 600 }), shell(`while [ ! -e "${go}" ]; do sleep 0.05; done; exit 4`, { timeoutSeconds: 600 })]
  await expect.poll(() => [long, across].map(({ id }) => typeof jobs.attempts(id)[0]?.pid)).toEqual(['number', 'number'])

  const now = Date.now()
  vi.useFakeTimers({ toFake: ['Date'], now: now + 400 * 86_400_000 })
  expect([jobs.get(long.id).state, jobs.attempts(long.id).length]).toEqual(['running', 1])
  await jobs.stopAll()
  const next = open()
  await next.adopt()
  expect([long, across].map(({ id }) => next.get(id).state)).toEqual(['running', 'running'])
  vi.setSystemTime(now - 86_400_000)
  await writeFile(go, '')
  const ends = await Promise.all([long, across].map(({ id }) => next.settled(id)))
  expect(ends.map(({ state, error }) => [state, error])).toEqual([['done', null], ['failed', 'It ended with exit code 4.']])
  expect([next.attempts(long.id).length, next.get(before.id).state, await readFile(join(next.folderOf(before.id), 'log'), 'utf8')]).toEqual([1, 'done', 'kept\n'])
})
