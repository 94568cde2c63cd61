import { expect, test } from 'vitest'
import { groupLabel, groupRuns } from './group-runs.ts'

test('runs of equal values are one group; a missing value is a value of its own', () => {
  const asked = { ids: ['r5', 'r1', 'r2', 'r3'], names: ['', '', '', ''], ordinals: [5, 1, 2, 3], columns: [['gbm', 'forest', 'gbm', null], ['8', '8', '8', '8']] }
  expect(groupRuns(asked)).toEqual([
    { key: '["gbm","8"]', values: ['gbm', '8'], runs: ['r5', 'r2'], rank: 1 },
    { key: '["forest","8"]', values: ['forest', '8'], runs: ['r1'], rank: 0 },
    { key: '[null,"8"]', values: [null, '8'], runs: ['r3'], rank: 2 },
  ])
})

test('a group is called by its words, numbers by the name of their column too', () => {
  expect(groupLabel(['params.model', 'params.max_depth', 'metrics.epochs:max', 'tags.team'], ['gbm', '8', 40, null])).toBe('gbm · max_depth 8 · epochs 40 · no team')
})
