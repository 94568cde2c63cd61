import { expect, test } from 'vitest'
import { exampleOf } from './example.ts'

test('examples of every orientation stand as a table', () => {
  expect([
    exampleOf({ columns: ['a', 'b'], data: [[1, 'x']] }), exampleOf({ dataframe_split: { columns: ['a'], index: [0], data: [[1]] } }), exampleOf([{ a: 1 }, { b: 2 }]), exampleOf({ inputs: [[1, 2], [3, 4]] }), exampleOf({ inputs: { x: [1, 2], y: [3] } }), exampleOf([1, 2]), exampleOf('hello'), exampleOf({ a: 1 }),
  ]).toEqual([
    { columns: ['a', 'b'], rows: [[1, 'x']] }, { columns: ['a'], rows: [[1]] }, { columns: ['a', 'b'], rows: [[1, null], [null, 2]] }, { columns: ['0', '1'], rows: [[1, 2], [3, 4]] },
    { columns: ['x', 'y'], rows: [[1, 3], [2, null]] }, { columns: ['0'], rows: [[1], [2]] }, { columns: ['value'], rows: [['hello']] }, { columns: ['value'], rows: [[{ a: 1 }]] },
  ])
})
