import { expect, test } from 'vitest'
import { effectMark, effectParts } from './effect-words.ts'

const none = { before: 10, after: 10, removed: 0, added: 0, cells: 0, failed: 0, columns: [], gone: [], broken: 0, matches: null, reordered: false, scope: { kind: 'exact' as const, rows: 10, of: 10 } }

test('an effect says first what went wrong', () => {
  expect(effectParts({ ...none, cells: 12_563, failed: 41 }).map(({ text }) => text)).toEqual(['41 failed', '12,563 changed'])
  expect(effectMark({ ...none, cells: 12_563, failed: 41 })).toEqual({ kind: 'failed', text: '41 failed' })
  expect(effectMark({ ...none, removed: 1204 }).text).toBe('−1,204')
  expect(effectParts(none)).toEqual([{ kind: 'none', text: 'changes nothing' }])
})

test('a sampled effect says so', () => {
  expect(effectParts({ ...none, cells: 5, scope: { kind: 'sample', rows: 100, of: 1000 } })).toEqual([{ kind: 'changed', text: '≈ 5 changed' }])
})

test('a join says how rows multiply, and how many match nothing', () => {
  expect(effectParts({ ...none, before: 3_000_000, after: 4_500_000, added: 1_500_000, matches: { none: 41, most: 12 } }).map(({ text }) => text)).toEqual(['3,000,000 → 4,500,000 rows', '×1.5, one row up to 12', '41 of 3,000,000 find no partner'])
  expect(effectParts({ ...none, matches: { none: 0, most: 1 } }).map(({ text }) => text)).toEqual(['10 rows stay', 'every row finds a partner'])
})

test('columns are counted and named, an order is told, and what was not compared is not called unchanged', () => {
  const column = (name: string) => ({ name, made: true })
  expect(effectParts({ ...none, columns: [column('hours')] })).toEqual([{ kind: 'added', text: '1 new column: hours' }])
  expect(effectParts({ ...none, columns: ['a', 'b', 'c', 'd'].map(column), gone: ['x', 'y'] }).map(({ text }) => text)).toEqual(['4 new columns', '2 columns gone: x, y'])
  expect([effectParts({ ...none, reordered: true }), effectMark({ ...none, reordered: true })].flat().map(({ text }) => text)).toEqual(['rows reordered', 'reordered'])
  expect([effectParts({ ...none, cells: null }), effectMark({ ...none, cells: null })].flat().map(({ text }) => text)).toEqual(['values not compared', 'not compared'])
})
