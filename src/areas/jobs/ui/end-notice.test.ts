import { expect, test } from 'vitest'
import { Job } from '../domain/job.ts'
import { endNotice, isSeenIn } from './end-notice.ts'

const job = (part: object) => Job.parse({ id: 'j', kind: 'training.run', title: 'Delays', state: 'done', progress: 1, phase: '', reason: '', actor: 'me', created: '2026-01-01T00:00:00Z', started: '2026-01-01T00:00:10Z', ended: '2026-01-01T00:01:10Z', error: null, result: null, process: true, tags: { run: 'r' }, ...part })

test('every command that failed and training that is done are told, other ends are not', () => {
  expect([{}, { state: 'failed', kind: 'x', error: 'It ended with exit code 3.\nlast words' }, { state: 'lost', error: null }, { state: 'cancelled' }, { kind: 'x' }, { state: 'failed', process: false }].map((part) => endNotice(job(part)))).toEqual([
    { kind: 'good', text: '“Delays” is done, after 1 min 00 s.' }, { kind: 'bad', text: '“Delays” failed. It ended with exit code 3.' }, { kind: 'bad', text: '“Delays” was lost.' }, undefined, undefined, undefined,
  ])
})

test('a job is in view on its page, on that of its run and on that of the environment that it builds', () => {
  const build = job({ kind: 'environments.build', tags: { environment: 'default' } })
  expect([isSeenIn(job({}), { kind: 'job', params: { id: 'j' } }), isSeenIn(job({}), { kind: 'job', params: { id: 'k' } }), isSeenIn(job({}), { kind: 'run', params: { run: 'r' } }), isSeenIn(build, { kind: 'environment', params: { name: 'default' } }), isSeenIn(build, { kind: 'run', params: {} }), isSeenIn(build, undefined)]).toEqual([true, false, true, true, false, false])
})
