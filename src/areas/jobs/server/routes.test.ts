import { expect, test } from 'vitest'
import { openSqlite } from '#node/sqlite.ts'
import { openEvents } from '#wire/events.ts'
import { Problem } from '#wire/problem.ts'
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
