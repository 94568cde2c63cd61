import { expect, test } from 'vitest'
import { reasonWords } from './reason-words.ts'
import { spansOf, stagesOf } from './spans.ts'

const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 12, 0, second)).toISOString()
const now = Date.parse(at(30))

test('waiting ends with the start, running with the end, and both go on until then', () => {
  expect([
    spansOf({ created: at(0), started: null, ended: null }, now),
    spansOf({ created: at(0), started: at(4), ended: null }, now),
    spansOf({ created: at(0), started: at(4), ended: at(10) }, now),
    spansOf({ created: at(0), started: null, ended: at(7) }, now),
    spansOf({ created: at(31), started: null, ended: null }, now),
  ]).toEqual([{ waited: 30_000, ran: undefined }, { waited: 4000, ran: 26_000 }, { waited: 4000, ran: 6000 }, { waited: 7000, ran: undefined }, { waited: 0, ran: undefined }])
})

test('between two tries a job waits, and each try is a stretch of its own', () => {
  const tries = [{ number: 1, started: at(2), ended: at(5) }, { number: 2, started: at(15), ended: at(16) }]
  const told = (job: Parameters<typeof stagesOf>[0], of: Parameters<typeof stagesOf>[1]) => stagesOf(job, of, now).map(({ kind, attempt, ms }) => [kind, ...(attempt === undefined ? [] : [attempt]), ms / 1000])
  expect([told({ created: at(0), started: at(2), ended: at(16) }, tries), told({ created: at(0), started: at(2), ended: null }, tries), told({ created: at(0), started: at(2), ended: at(9) }, []), told({ created: at(0), started: null, ended: null }, [])]).toEqual([
    [['waiting', 2], ['running', 1, 3], ['waiting', 10], ['running', 2, 1]], [['waiting', 2], ['running', 1, 3], ['waiting', 10], ['running', 2, 1], ['waiting', 14]], [['waiting', 2], ['running', 7]], [['waiting', 30]],
  ])
})

test('a wait whose end is known counts down', () => {
  const reason = 'It ended with exit code 3. Attempt 2 of 3 follows.'
  expect([reasonWords({ reason, until: at(37) }, now - 200), reasonWords({ reason, until: at(29) }, now), reasonWords({ reason, until: null }, now)]).toEqual(['It ended with exit code 3. Attempt 2 of 3 follows in 8 s.', reason, reason])
})
