import { expect, test } from 'vitest'
import { sameValue, withTerm } from './term.ts'

test('a value becomes a condition; keys and texts are quoted where they need it', () => {
  expect(sameValue('params.model', 'gbm')).toBe("params.model = 'gbm'")
  expect(sameValue('params.my key', "it's", true)).toBe('params.`my key` != \'it\'\'s\'')
  expect(sameValue('metrics.val_auc:best', 0.5)).toBe('metrics.val_auc = 0.5')
  expect(sameValue('tags.team', null)).toBe('tags.team is null')
})

test('a condition is added to all of the filter, not to its last alternative', () => {
  expect(withTerm('', 'a = 1')).toBe('a = 1')
  expect(withTerm('metrics.a > 1', 'b = 2')).toBe('metrics.a > 1 and b = 2')
  expect(withTerm('metrics.a > 1 or c = 3', 'b = 2')).toBe('(metrics.a > 1 or c = 3) and b = 2')
})
