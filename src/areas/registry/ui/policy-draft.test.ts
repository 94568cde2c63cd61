import { expect, test } from 'vitest'
import { draftOf, judgeable, numberFault, written } from './policy-draft.ts'
import type { Draft } from './policy-draft.ts'

const limit = (value: string): Draft => ({ id: 'a', kind: 'metric', key: 'acc', op: '>=', value })
const margin = (text: string): Draft => ({ id: 'b', kind: 'champion', key: 'acc', better: 'higher', margin: text })

test('a limit that is no number is told and never taken for 0', () => {
  const bad = ['abc', '0,9', '', ' ', '0x10', '1e999', '.', 'NaN'].map(limit)
  expect(bad.map(numberFault)).toEqual(['“abc” is no number. Write it like 0.9 or 1e-3.', '“0,9” is no number. Write it like 0.9 or 1e-3.', 'Write a number, e.g. 0.9.', 'Write a number, e.g. 0.9.', ...['0x10', '1e999', '.', 'NaN'].map((text) => `“${text}” is no number. Write it like 0.9 or 1e-3.`)])
  expect(judgeable(bad)).toEqual({ items: [] })
  expect(judgeable(['0.9', ' 1e-3 ', '−2', '.5', '0'].map(limit)).items.map((item) => item.kind === 'metric' && item.value)).toEqual([0.9, 0.001, -2, 0.5, 0])
  expect([margin('-1'), margin('x'), margin('0.02')].map(numberFault)).toEqual(['A margin is not below 0.', '“x” is no number. Write it like 0.9 or 1e-3.', undefined])
  expect(judgeable([margin('-1'), margin('x'), margin('')])).toEqual({ items: [] })
})

test('a new limit is empty and has to be filled, and what was kept is read back as it was', () => {
  const item = draftOf('metric', 'acc')
  expect([item.kind === 'metric' && item.value, numberFault(item), judgeable([item]).items]).toEqual(['', 'Write a number, e.g. 0.9.', []])
  const kept = judgeable([limit('0.9'), margin('0.02'), draftOf('comment', '')])
  expect(judgeable(kept.items.map(written))).toEqual(kept)
  expect(kept.items).toHaveLength(3)
})
