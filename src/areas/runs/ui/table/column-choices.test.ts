import { expect, test } from 'vitest'
import { columnChoices, withChoice } from './column-choices.ts'

const key = (family: 'metrics' | 'params' | 'tags', name: string, runs = 30) => ({ family, key: name, runs, numeric: true, values: [] })

test('keys stand by family; a search takes words of family and key; a metric is added with the value one asks for', () => {
  const found = columnChoices({ keys: [key('metrics', 'val_loss'), key('metrics', 'val_auc'), key('params', 'lr')], columns: ['metrics.val_auc:best'], search: 'metrics val', summary: 'best' })
  expect(found).toEqual([{ family: 'metrics', title: 'Metrics', more: 0, choices: [{ text: 'metrics.val_auc:best', label: 'val_auc', chosen: true, runs: 30 }, { text: 'metrics.val_loss:best', label: 'val_loss', chosen: false, runs: 30 }] }])
})

test('attributes, data sets and git are always offered; of many keys the first hundred, and how many more', () => {
  const keys = Array.from({ length: 130 }, (_, i) => key('params', `p${String(i).padStart(3, '0')}`))
  const found = columnChoices({ keys, columns: [], search: '', summary: 'last' })
  expect(found.map(({ title, choices, more }) => [title, choices.length, more])).toEqual([['Params', 100, 30], ['Data sets', 3, 0], ['Git', 4, 0], ['Attributes', 11, 0]])
})

test('a column that is taken away takes its differences along', () => {
  expect(withChoice(['metrics.a', 'delta:metrics.a', 'params.lr'], 'metrics.a', false)).toEqual(['params.lr'])
})
