import { expect, test } from 'vitest'
import { spansOf } from './spans.ts'

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
