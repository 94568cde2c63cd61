import { expect, test } from 'vitest'
import { effectMark, effectParts } from './effect-words.ts'

const none = { before: 10, after: 10, removed: 0, added: 0, cells: 0, failed: 0, columns: [], gone: [], broken: 0, scope: { kind: 'exact' as const, rows: 10, of: 10 } }

test('an effect says first what went wrong', () => {
  expect(effectParts({ ...none, cells: 12_563, failed: 41 }).map(({ text }) => text)).toEqual(['41 failed', '12,563 changed'])
  expect(effectMark({ ...none, cells: 12_563, failed: 41 })).toEqual({ kind: 'failed', text: '41 failed' })
  expect(effectMark({ ...none, removed: 1204 }).text).toBe('−1,204')
  expect(effectParts(none)).toEqual([{ kind: 'none', text: 'changes nothing' }])
})

test('a sampled effect says so', () => {
  expect(effectParts({ ...none, cells: 5, scope: { kind: 'sample', rows: 100, of: 1000 } })).toEqual([{ kind: 'changed', text: '≈ 5 changed' }])
})
