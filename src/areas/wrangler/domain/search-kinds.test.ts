import { expect, test } from 'vitest'
import { catalogue } from './catalogue.ts'
import { rankedKinds } from './search-kinds.ts'

test('steps are found by their title before their description', () => {
  const found = rankedKinds([...catalogue.values()], 'drop col').map(({ op }) => op)
  expect(found[0]).toBe('drop')
  expect(rankedKinds([...catalogue.values()], 'nothing has these words')).toEqual([])
  expect(rankedKinds([...catalogue.values()], ' ')).toHaveLength(catalogue.size)
})

test('a step is found by a choice that it offers, and by its whole title first', () => {
  const ops = (search: string) => rankedKinds([...catalogue.values()], search).map(({ op }) => op)
  expect(ops('split')[0]).toBe('split')
  expect(ops('stratified')).toContain('split')
})
