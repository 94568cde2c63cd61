import { expect, test } from 'vitest'
import { guessOf, seedGrouping } from './guess.ts'

const key = (family: string, name: string, values: string[] = [], runs = 30) => ({ family, key: name, runs, numeric: values.every((value) => Number.isFinite(Number(value))), values })
const keys = [key('metrics', 'train_loss'), key('metrics', 'val_auc'), key('metrics', 'system/cpu'), key('metrics', 'val_loss'), key('params', 'model', ['gbm', 'forest', 'mlp', 'knn']), key('params', 'seed', ['1', '2', '3']), key('params', 'batch', ['32']), key('params', 'lr', ['0.1', '0.03', '0.01'])]

test('the likeliest metric is a score on held-out data; params that never differ are left out, words come first and seeds last', () => {
  expect(guessOf(keys)).toEqual({ metrics: ['metrics.val_auc', 'metrics.val_loss', 'metrics.train_loss'], params: ['params.model', 'params.lr', 'params.seed'], curve: 'metrics.val_auc' })
})

test('metrics of the rows in sight come before those of their children alone; ranks come last; one point a run makes no curve', () => {
  const autologged = [['rank_test_score', 0, 1], ['mean_test_score', 0, 1], ['std_test_score', 0, 1], ['best_cv_score', 3, 1], ['training_f1_score', 3, 1]] as const
  expect(guessOf(autologged.map(([name, top, points]) => ({ ...key('metrics', name), top, points })))).toEqual({ metrics: ['best_cv_score', 'training_f1_score', 'mean_test_score', 'rank_test_score', 'std_test_score'].map((name) => `metrics.${name}`), params: [], curve: undefined })
})

test('the course that is drawn is of a metric with more than one point, though a likelier one is logged once at the end', () => {
  const points = [['test_accuracy', 1], ['valid_auc', 100], ['train_loss', 100]] as const
  expect(guessOf(points.map(([name, most]) => ({ ...key('metrics', name), top: 30, points: most })))).toEqual({ metrics: ['metrics.test_accuracy', 'metrics.valid_auc', 'metrics.train_loss'], params: [], curve: 'metrics.valid_auc' })
})

test('seeds fall together by the params that differ beside the seed', () => {
  expect(seedGrouping(keys)).toEqual(['params.model', 'params.lr'])
  expect(seedGrouping(keys.filter((one) => one.key !== 'seed'))).toBeUndefined()
  const seedsAlone = [key('params', 'rounds', ['40']), key('params', 'seed', ['1', '2', '3'])]
  expect(seedGrouping(seedsAlone)).toEqual(['params.rounds'])
  expect(seedGrouping([...seedsAlone, key('tags', 'atelier.group', ['Late'])])).toEqual(['tags.atelier.group'])
})
