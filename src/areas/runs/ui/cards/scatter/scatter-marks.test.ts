import { expect, test } from 'vitest'
import type { CardOf, CardRun, CardRuns } from '../card.ts'
import { areaOf, brushesOf, scatterOf } from './scatter-marks.ts'

const card: CardOf<'scatter'> = { id: 'a', title: '', x: 0, y: 0, w: 4, h: 9, kind: 'scatter', across: 'metrics.latency', up: 'metrics.auc', pareto: true, logX: false, logY: false }
const all = ['a', 'b', 'c', 'd'].map((id): CardRun => ({ id, name: id, ordinal: 0, colour: 'var(--c2)', group: undefined }))
const runs: CardRuns = { shown: all.slice(0, 3), byId: new Map(all.map((run) => [run.id, run])), groups: [], hidden: new Set() }
const data = { ids: ['a', 'b', 'c', 'd'], columns: [[1, 2, null, 0], [0.5, 0.9, 0.7, 0.99]] }

test('runs with both values are marks; what a brush shut out is grey and never on the front', () => {
  const drawn = scatterOf({ card, data, runs })
  expect([drawn.marks.map(({ id, colour }) => [id, colour]), drawn.front.map(({ id }) => id), drawn.missing]).toEqual([[['a', 'var(--c2)'], ['b', 'var(--c2)'], ['d', 'var(--line-strong)']], ['a', 'b'], 1])
  expect(drawn.aims).toBe('latency lower, auc higher')
})

test('a third column colours by its values, with a key', () => {
  const drawn = scatterOf({ card: { ...card, colour: 'params.model' }, data: { ...data, columns: [...data.columns, ['gbm', 'knn', 'gbm', 'gbm']] }, runs })
  expect([drawn.marks.map(({ colour }) => colour), drawn.key]).toEqual([['var(--c1)', 'var(--c2)', 'var(--line-strong)'], [{ text: 'gbm', colour: 'var(--c1)' }, { text: 'knn', colour: 'var(--c2)' }]])
})

test('an area is a brush on both axes, on an axis of texts the texts within', () => {
  const drawn = scatterOf({ card: { ...card, across: 'params.model' }, data: { ids: data.ids, columns: [['gbm', 'knn', 'mlp', 'gbm'], data.columns[1] ?? []] }, runs })
  expect(brushesOf({ ...card, across: 'params.model' }, drawn, { x: [0.4, 2.2], y: [0.6, 0.8] })).toEqual([{ column: 'params.model', brush: { column: 'params.model', values: ['knn', 'mlp'] } }, { column: 'metrics.auc', brush: { column: 'metrics.auc', from: 0.6, to: 0.8 } }])
  expect(brushesOf(card, drawn, undefined).map(({ brush }) => brush)).toEqual([undefined, undefined])
  expect(areaOf(card, [{ column: 'metrics.auc', from: 0.6, to: 0.8 }])).toEqual({ y: [0.6, 0.8] })
})
