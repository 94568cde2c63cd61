import { expect, test } from 'vitest'
import type { Curve } from '../../../domain/curve.ts'
import type { CardRun, CardRuns } from '../card.ts'
import type { CurvesCardData } from './curve-scene.ts'
import { noteOf, sceneOf } from './curve-scene.ts'

const card: CurvesCardData = { id: 'a', title: '', x: 0, y: 0, w: 8, h: 9, kind: 'curves', metrics: ['auc'], over: 'step', smoothing: 0, logX: false, logY: false, band: 'sd' }
const run = (id: string, group?: string): CardRun => ({ id, name: `run ${id}`, ordinal: 0, colour: 'var(--c1)', group })
const runsOf = (all: readonly CardRun[], groups: CardRuns['groups'] = []): Pick<CardRuns, 'byId' | 'groups'> => ({ byId: new Map(all.map((one) => [one.id, one])), groups })
const curve = (id: string, mean: number[], more: Partial<Curve> = {}): Curve => ({ run: id, metric: 'auc', exact: true, points: mean.length, nans: 0, x: mean.map((_, i) => i), mean, min: mean, max: mean, n: mean.map(() => 1), ...more })

test('each run is a line of its own; buckets bring their extremes, smoothing its shadow', () => {
  const bucketed = curve('a', [1, 2], { exact: false, min: [0, 1], max: [2, 9], n: [5, 5], points: 10 })
  expect(sceneOf({ card, curves: [bucketed], runs: runsOf([run('a')]), buckets: 600 })).toEqual({
    lines: [{ key: 'a auc', id: 'a', name: 'run a', colour: 'var(--c1)', x: [0, 1], y: [1, 2], low: [0, 1], high: [2, 9] }], kind: 'number', logX: false, logY: false, range: undefined,
  })
  expect(sceneOf({ card: { ...card, smoothing: 0.5 }, curves: [curve('a', [1, 2])], runs: runsOf([run('a')]), buckets: 600 }).lines[0]).toMatchObject({ y: [1, 5 / 3], shadow: [1, 2] })
})

test('a group is one line with its band; without bands its runs stand by themselves', () => {
  const runs = runsOf([run('a', 'g'), run('b', 'g')], [{ id: 'g', label: 'gbm', colour: 'var(--c2)', runs: ['a', 'b'] }])
  const curves = [curve('a', [1, 3]), curve('b', [3, 5])]
  expect(sceneOf({ card, curves, runs, buckets: 600 }).lines).toEqual([{ key: 'g auc', id: 'g', name: 'gbm, 2 runs', colour: 'var(--c2)', x: [0, 1], y: [2, 4], low: [2 - Math.SQRT2, 4 - Math.SQRT2], high: [2 + Math.SQRT2, 4 + Math.SQRT2] }])
  expect(sceneOf({ card: { ...card, band: 'none' }, curves, runs, buckets: 600 }).lines.map(({ id }) => id)).toEqual(['a', 'b'])
})

test('several metrics are told apart by their names and dashes', () => {
  const { lines } = sceneOf({ card: { ...card, metrics: ['auc', 'loss'] }, curves: [curve('a', [1]), curve('a', [2], { metric: 'loss' })], runs: runsOf([run('a')]), buckets: 600 })
  expect(lines.map(({ name, dash }) => [name, dash])).toEqual([['run a · auc', undefined], ['run a · loss', [7, 4]]])
})

test('the head says x, band, how exact, and what is not drawn', () => {
  const runs = runsOf([run('a')])
  expect(noteOf({ card, curves: [curve('a', [1])], runs, buckets: 600 })).toBe('by step · exact')
  expect(noteOf({ card: { ...card, over: 'relative', logY: true, smoothing: 0.6 }, curves: [curve('a', [-1, 1], { exact: false, points: 12_000, nans: 2 })], runs, buckets: 600 }))
    .toBe('by time since start · smoothed 0.6 · 12,000 points in 600 buckets, extremes kept · 2 NaN not drawn · 1 value not above 0 not drawn')
})
