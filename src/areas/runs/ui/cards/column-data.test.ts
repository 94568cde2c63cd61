import { expect, test } from 'vitest'
import { columnData, textsOf } from './column-data.ts'

test('params that read as numbers are numbers, in logarithms where they span two powers of ten', () => {
  expect(columnData('params.depth', ['18', null, '34'])).toEqual({ column: 'params.depth', label: 'depth', kind: 'number', values: [18, null, 34] })
  expect(columnData('params.lr', ['0.1', '0.0001']).kind).toBe('log')
  expect(columnData('metrics.loss:min', [1000, 1, 'NaN'])).toEqual({ column: 'metrics.loss:min', label: 'loss min', kind: 'number', values: [1000, 1, null] })
})

test('one text makes a column of texts', () => {
  expect(columnData('params.width', ['18', 'wide', null])).toEqual({ column: 'params.width', label: 'width', kind: 'text', values: ['18', 'wide', null] })
})

test('texts stand by size where they are numbers, else by the alphabet', () => {
  expect([textsOf([0.01, 0.003, null, 0.1]), textsOf(['b10', 'b9', 'a', 'a'])]).toEqual([['0.003', '0.01', '0.1'], ['a', 'b9', 'b10']])
})
