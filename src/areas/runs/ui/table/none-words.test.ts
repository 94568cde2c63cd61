import { expect, test } from 'vitest'
import { knownOf } from '../../domain/filter/known.ts'
import { noneWords } from './none-words.ts'

const known = knownOf([{ family: 'metrics', key: 'loss' }, { family: 'params', key: 'lr' }, { family: 'attributes', key: 'status' }])

test.each([
  ['metrics.los < 3', 'No run logged “los”. Did you mean loss?'],
  ['NOT (params.lr = 1 AND metrics.lr > 2)', '“lr” is there as params.lr only.'],
  ['metrics.loss < 3', 'No run fits the filter and the brushes.'],
  ['tags.anything_else IS NULL', 'No run logged “anything_else”.'],
  ['sunny day', 'No run has “sunny day” in its name.'],
  ['loss', 'No run has “loss” in its name. To filter by loss, write a comparison, e.g. loss > 0.'],
  ['', 'No run fits the filter and the brushes.'],
])('“%s” found nothing: %s', (filter, wanted) => {
  expect(noneWords(filter, known)).toBe(wanted)
})
