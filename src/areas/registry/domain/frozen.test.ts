import { expect, test } from 'vitest'
import { shownEvidence, stoodBeside } from './frozen.ts'
import type { Evidence } from './policy.ts'

const item = (id: string, over: Partial<Evidence> = {}): Evidence => ({ item: { id, kind: 'comment' }, state: 'met', found: 'one comment', wanted: 'at least one', ...over })

test('a decided version shows what it was decided on, with what differs now beside it', () => {
  const then = [item('a'), item('b'), item('c')]
  const now = [item('a'), item('b', { state: 'missing', found: 'no comment yet' }), item('d')]
  const decided = { at: 1, by: 'me', evidence: then }
  expect(shownEvidence({ evidence: now, decided })).toEqual(then)
  expect(stoodBeside({ evidence: now, decided })).toEqual({ stood: [{ evidence: then[0], now: null }, { evidence: then[1], now: now[1] }, { evidence: then[2], now: 'gone' }], asked: [now[2]] })
  expect(stoodBeside({ evidence: now, decided: null })).toEqual({ stood: now.map((evidence) => ({ evidence, now: null })), asked: [] })
})
