import { expect, test } from 'vitest'
import { evidenceOf, titleOf, unmetOf } from './evidence.ts'
import type { Facts } from './evidence.ts'
import { Policy } from './policy.ts'
import type { PolicyItem } from './policy.ts'

const facts: Facts = {
  version: 3, metrics: [{ key: 'acc', value: 0.92 }, { key: 'loss', value: 'NaN' }, { key: 'f1', value: 0.8 }, { key: 'huge', value: 1.7976931348623157e308 }], champion: { version: 2, metrics: [{ key: 'acc', value: 0.9 }, { key: 'f1', value: 'NaN' }] },
  signature: true, example: false, datasets: ['iris'], description: ' ', comments: 2, reviews: [{ role: 'lead', verdict: 'object', by: 'Ada' }, { role: 'lead', verdict: 'approve', by: 'Bo' }, { role: 'admin', verdict: 'object', by: 'Cy' }],
  gates: [{ name: 'fairness', state: 'unmet', found: '0.71 of 0.8' }],
}

type Bare = PolicyItem extends infer I ? (I extends PolicyItem ? Omit<I, 'id'> : never) : never

function stands(items: readonly Bare[], over: Partial<Facts> = {}) {
  const policy = Policy.parse({ items: items.map((item, i) => ({ ...item, id: String(i) })) })
  return evidenceOf(policy, { ...facts, ...over }).map(({ state, found, wanted }) => [state, found, wanted])
}

test('a metric is met by its number; NaN, infinities and what was never logged are not', () => {
  const metric = (key: string, op: '>=' | '>' | '<=' | '<', value: number) => ({ kind: 'metric' as const, key, op, value })
  expect(stands([metric('acc', '>=', 0.92), metric('acc', '>', 0.92), metric('acc', '<', 1), metric('loss', '<', 1), metric('loss', '>=', -1), metric('huge', '>', 1), metric('auc', '>=', 0)])).toEqual([
    ['met', '0.92', '≥ 0.92'], ['unmet', '0.92', '> 0.92'], ['met', '0.92', '< 1'], ['unmet', 'NaN', '< 1'], ['unmet', 'NaN', '≥ -1'], ['unmet', 'Infinity', '> 1'], ['missing', 'never logged', '≥ 0'],
  ])
})

test('against the champion the margin counts as written, and both numbers are told', () => {
  const champion = (key: string, margin: number, better: 'higher' | 'lower' = 'higher') => ({ kind: 'champion' as const, key, better, margin })
  expect(stands([champion('acc', 0.02), champion('acc', 0.03), champion('acc', 0, 'lower'), champion('f1', 0), champion('loss', 0), champion('auc', 0)])).toEqual([
    ['met', '0.92 against 0.9 of version 2 (+0.02)', '≥ champion + 0.02'],
    ['unmet', '0.92 against 0.9 of version 2 (+0.02)', '≥ champion + 0.03'],
    ['unmet', '0.92 against 0.9 of version 2 (+0.02)', '≤ champion'],
    ['missing', '0.8; the champion, version 2, has no number for it', '≥ champion'],
    ['unmet', 'NaN', '≥ champion'],
    ['missing', 'never logged', '≥ champion'],
  ])
  expect(stands([champion('acc', 0.5)], { champion: null })).toEqual([['met', '0.92; there is no champion yet', '≥ champion + 0.5']])
  expect(stands([champion('acc', 0.5)], { version: 2 })).toEqual([['met', '0.92; it is the champion', '≥ champion + 0.5']])
})

test('words, reviews and gates: the last review of a role counts, and a gate that nobody answers is missing', () => {
  expect(stands([{ kind: 'review', role: 'lead' }, { kind: 'review', role: 'admin' }, { kind: 'review', role: 'labeller' }, { kind: 'comment' }, { kind: 'signature' }, { kind: 'example' }, { kind: 'dataset' }, { kind: 'description' }, { kind: 'gate', name: 'fairness' }, { kind: 'gate', name: 'drift' }])).toEqual([
    ['met', 'approved by Bo', 'approved by a lead'], ['unmet', 'Cy objects', 'approved by an admin'], ['missing', 'not reviewed yet', 'approved by a labeller'],
    ['met', '2 comments', 'at least one'], ['met', 'declared', 'inputs and outputs are declared'], ['missing', 'none kept', 'kept with the model'], ['met', 'iris', 'named by the run'],
    ['missing', 'empty', 'not empty'], ['unmet', '0.71 of 0.8', 'passed'], ['missing', 'nothing in this studio answers it', 'passed'],
  ])
})

test('what is not met is listed in plain words', () => {
  const policy = { items: [{ id: 'a', kind: 'metric', key: 'acc', op: '>=', value: 0.99 }, { id: 'b', kind: 'champion', key: 'acc', better: 'lower', margin: 0.5 }, { id: 'c', kind: 'signature' }, { id: 'd', kind: 'comment' }] satisfies PolicyItem[] }
  expect(unmetOf(evidenceOf(policy, { ...facts, comments: 0 })).map(({ item }) => titleOf(item))).toEqual(['acc at least 0.99', 'acc lower than the champion’s by at least 0.5', 'A comment'])
})
