import { expect, test } from 'vitest'
import { expectSameInPython, runSteps } from '../../server/run-steps.test.util.ts'

test('listed values are mapped, others stay or become missing', async () => {
  const source = `FROM (VALUES ('NYC', 1, true), ('N.Y.', 2, false), ('', NULL, NULL), (NULL, 3, true), ('Oslo''s', -1, true)) t(city, code, flag)`
  const map = [{ from: 'NYC', to: 'New York' }, { from: 'N.Y.', to: 'New York' }, { from: 'NYC', to: 'never' }, { from: '', to: null }]
  const kept = await expectSameInPython({ source, steps: [{ op: 'mapValues', params: { column: 'c0', map } }, { op: 'mapValues', params: { column: 'c1', map: [{ from: '1', to: 'one' }, { from: '-1', to: 'x' }], others: 'missing', missing: 'none' } }, { op: 'mapValues', params: { column: 'c2', map: [{ from: 'true', to: 'yes' }] } }] })
  expect(kept.rows).toEqual([['New York', 'one', 'yes'], ['New York', null, 'false'], [null, 'none', null], [null, null, 'yes'], ["Oslo's", 'x', 'yes']])
})

const animals = `FROM (VALUES ('cat', 'train', 'a'), ('cat', 'train', NULL), ('dog', 'train', NULL), ('dog', 'test', NULL), ('dog', 'test', NULL), (NULL, 'train', NULL), ('emu', 'test', NULL), ('', 'train', NULL)) t(animal, part, none)`

test('rare values become one, counted by rows or by share', async () => {
  const count = await expectSameInPython({ source: animals, steps: [{ op: 'replaceRare', params: { columns: ['c0', 'c2'], by: 'count', least: 2 } }] })
  expect(count.rows.map(([animal, , none]) => [animal, none])).toEqual([['cat', 'Other'], ['cat', null], ['dog', null], ['dog', null], ['dog', null], [null, null], ['Other', null], ['Other', null]])
  const share = await expectSameInPython({ source: animals, steps: [{ op: 'replaceRare', params: { columns: ['c0'], by: 'share', least: 0.4, into: 'rare' } }] })
  expect(share.rows.map(([animal]) => animal)).toEqual(['rare', 'rare', 'dog', 'dog', 'dog', null, 'rare', 'rare'])
})

test('only the train rows say what is rare', async () => {
  const { stages } = await runSteps({ source: animals, steps: [{ op: 'replaceRare', params: { columns: ['c0'], by: 'count', least: 2 } }] })
  expect(stages[0]?.learned?.rows).toEqual([[0, 'cat'], [0, 'dog']])
  const split = await expectSameInPython({ source: animals, steps: [{ op: 'split', params: { method: 'random', train: 0.5, valid: 0, test: 0.5, seed: 1 } }, { op: 'replaceRare', params: { columns: ['c0'], by: 'count', least: 1 } }] })
  const part = split.rows.map((row) => [row[0], row.at(-1)])
  const seen = new Set(part.filter(([animal, into]) => into === 'train' && animal !== 'Other').map(([animal]) => animal))
  expect(part.filter(([animal]) => animal !== null && animal !== 'Other').every(([animal]) => seen.has(animal))).toBe(true)
})

test('an empty table has no frequent values', async () => {
  const { rows } = await expectSameInPython({ source: `SELECT * FROM (${animals}) WHERE false`, steps: [{ op: 'replaceRare', params: { columns: ['c0'] } }] })
  expect(rows).toEqual([])
})
