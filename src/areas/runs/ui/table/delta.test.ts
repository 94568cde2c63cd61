import { expect, test } from 'vitest'
import { deltaOf } from './delta.ts'

test('more is better for a score, worse for a loss', () => {
  expect([deltaOf('val_auc', 0.861, 0.84), deltaOf('val_auc', 0.8, 0.84), deltaOf('loss', 0.3, 0.4), deltaOf('loss', 0.5, 0.4), deltaOf('loss', 0.4, 0.4)]).toEqual([
    { text: '+0.021', verdict: 'better' }, { text: '−0.040', verdict: 'worse' }, { text: '−0.100', verdict: 'better' }, { text: '+0.100', verdict: 'worse' }, { text: '0', verdict: 'same' },
  ])
})
