import { expect, test } from 'vitest'
import { comparedMarkdown, comparedParts } from './compared.ts'
import { seedGroups, seedTests } from './seeds.ts'
import type { ComparedRun } from './shown.ts'

function run(name: string, params: Readonly<Record<string, string>>, metrics: Readonly<Record<string, ComparedRun['metrics'][number]['last']>>, more: Partial<ComparedRun> = {}): ComparedRun {
  return {
    run: { id: name, experiment: '1', name, user: 'me', status: 'FINISHED', start: 0, end: 1, artifactUri: '', stage: 'active', ordinal: 0, parent: null }, experimentName: 'sweep',
    params: Object.entries(params).map(([key, value]) => ({ key, value })), tags: [], environment: null, datasets: [],
    metrics: Object.entries(metrics).map(([key, last]) => ({ key, last, step: 0, time: 0, min: null, max: null, points: 1, model: null })),
    git: { commit: null, branch: null, repository: null, dirty: null, diff: null }, ...more,
  }
}

test('what differs is told from what is alike, and the best is marked by what the metric means', () => {
  const parts = comparedParts([run('a', { lr: '0.1', depth: '4' }, { loss: 0.4, auc: 0.8 }), run('b', { lr: '0.1', depth: '8' }, { loss: 0.3, auc: 0.9 }, { environment: ['numpy==2.4.6'] })])
  expect(parts.map(({ title, lines }) => [title, lines.map(({ key, same, best }) => [key, same, best])])).toEqual([
    ['Metrics', [['auc', false, [1]], ['loss', false, [1]]]],
    ['Parameters', [['depth', false, []], ['lr', true, []]]],
    ['Environment', [['numpy', false, []]]],
  ])
  expect(comparedMarkdown(['a', 'b'], parts).split('\n')[2]).toBe('| Metrics: auc | 0.8 | 0.9 |')
})

test('runs of one commit whose uncommitted code differs are told apart', () => {
  const git = (diff: string | null) => ({ git: { commit: 'abc', branch: null, repository: null, dirty: diff !== null, diff } })
  const code = (...diffs: readonly (string | null)[]) => comparedParts(diffs.map((diff, i) => run(`r${i}`, {}, {}, git(diff))))[0]?.lines.map(({ values, same }) => [same, ...values])
  expect(code('+ a', '+ b', '+ a')).toEqual([[true, 'abc', 'abc', 'abc'], [false, 'yes (A)', 'yes (B)', 'yes (A)']])
  expect(code('+ a', '+ a', null)).toEqual([[true, 'abc', 'abc', 'abc'], [false, 'yes', 'yes', 'no']])
})

test('what the machine did comes last and is neither better nor worse', () => {
  const [metrics] = comparedParts([run('a', {}, { 'system/cpu': 4, auc: 0.8, zeta: 0.5 }), run('b', {}, { 'system/cpu': 8, auc: 0.9, zeta: 0.6 })])
  expect(metrics?.lines.map(({ key, best }) => [key, best])).toEqual([['auc', [1]], ['zeta', [1]], ['system/cpu', []]])
})

test('runs that differ in their seed alone are one setting, named by what varies', () => {
  const all = [['4', '1', 0.8], ['4', '2', 0.81], ['4', '3', 0.79], ['8', '1', 0.9], ['8', '2', 0.91], ['8', '3', 0.92]] as const
  const groups = seedGroups(all.map(([depth, seed, auc], i) => run(`r${i}`, { depth, seed }, { auc })))
  expect(groups.map(({ label, runs }) => [label, runs.length])).toEqual([['depth 4', 3], ['depth 8', 3]])
  const [left, right] = groups
  if (!left || !right) throw new Error('There are two settings.')
  // scipy 1.17.1: ttest_ind([.8, .81, .79], [.9, .91, .92], equal_var=False) → t -13.4722, p 0.00017563538; mannwhitneyu(..., method='exact') → U 0, p 0.1
  const [welch, u] = [seedTests(left, right, 'welch')[0], seedTests(left, right, 'mannWhitney')[0]]
  expect([welch?.n, welch?.statistic?.toFixed(4), welch?.p?.toFixed(8), u?.statistic, u?.p?.toFixed(6)]).toEqual([[3, 3], '-13.4722', '0.00017564', 0, '0.100000'])
})

test('a setting with seeds that came to nothing says how many, and keeps its line where none came to a number', () => {
  const all = [['4', '1', 0.8], ['4', '2', 'NaN'], ['4', '3', 'Infinity'], ['8', '1', 'NaN'], ['8', '2', 'NaN']] as const
  const [left, right] = seedGroups(all.map(([depth, seed, auc], i) => run(`r${i}`, { depth, seed }, { auc })))
  if (!left || !right) throw new Error('There are two settings.')
  expect(seedTests(left, right, 'welch')).toEqual([{ metric: 'auc', left: 'depth 4', right: 'depth 8', n: [3, 2], odd: [2, 2], means: [0.8, null], sds: [null, null], statistic: null, p: null }])
})

test('runs without repetitions make no settings', () => {
  expect(seedGroups([run('a', { lr: '1' }, {}), run('b', { lr: '2' }, {})])).toEqual([])
})
