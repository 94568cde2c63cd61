import { expect, test } from 'vitest'
import { formOf, kindsFor } from './prefill.ts'

const city = { id: 'c1', name: 'city', type: 'VARCHAR' }

test('a step begins with the column it was chosen for', () => {
  expect(formOf('drop', city)).toEqual({ columns: ['c1'] })
  expect(formOf('changeType', city)).toEqual({ columns: ['c1'] })
})

test('only steps that take the column’s family are offered', () => {
  const ops = kindsFor(city).map(({ op }) => op)
  expect(ops).toContain('changeType')
  expect(ops).not.toContain('clip')
})
