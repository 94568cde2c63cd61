import { expect, test } from 'vitest'
import { columnText } from '../column.ts'
import { expectedAt } from './expected.ts'
import type { Cell } from './match.ts'
import { matcherOf } from './match.ts'
import { knownOf } from './known.ts'
import { parseFilter } from './parse.ts'

const runs: readonly Readonly<Record<string, Cell>>[] = [
  { 'metrics.loss': 0.1, 'metrics.loss:min': 0.05, 'params.lr': '0.1', 'params.opt': 'adam', 'tags.note': "it's", 'attributes.start_time': new Date(2026, 10, 1, 9).getTime(), 'datasets.name': ['wine', 'beer'] },
  { 'metrics.loss': 0.9, 'metrics.loss:min': 0.9, 'params.lr': '1e-2', 'params.opt': 'SGD', 'attributes.start_time': new Date(2026, 10, 2, 0).getTime() },
  { 'metrics.loss': Number.NaN, 'params.lr': 'auto', 'metrics.val loss': 1, 'attributes.start_time': new Date(2026, 9, 31, 23, 59).getTime() },
]

function matched(text: string, known?: Parameters<typeof parseFilter>[1]): unknown {
  const parsed = parseFilter(text, known)
  if (!parsed.ok) return `${parsed.fault.from}–${parsed.fault.to}: ${parsed.fault.message}`
  const match = parsed.value ? matcherOf(parsed.value, (column) => (row) => runs[row]?.[columnText(column)]) : () => true
  return [0, 1, 2].filter(match)
}

test.each([
  ['', [0, 1, 2]],
  ['metrics.loss < 0.5', [0]],
  ['metrics.loss != 0.1', [1, 2]],
  ['metrics.loss:min<=0.05', [0]],
  ['params.lr < 0.05', [1]],
  ["params.lr = '0.10'", []],
  ['params.lr = 0.10', [0]],
  ['params.lr != 0.1', [1]],
  ["params.opt != 'adam'", [1]],
  ["params.opt ILIKE 's%' OR params.opt = 'adam'", [0, 1]],
  ["NOT (params.opt ILIKE 's%')", [0, 2]],
  ["params.opt NOT IN ('adam', 'x')", [1]],
  ['params.lr in (0.01, 0.1)', [0, 1]],
  ['params.opt IS NULL', [2]],
  ['params.opt is not null and metrics.loss > 0.5', [1]],
  ["tags.note = 'it''s'", [0]],
  ['metrics.`val loss` = 1', [2]],
  ['metrics."val loss" = 1', [2]],
  ["start_time > '2026-11-01'", [0, 1]],
  ["start_time = '2026-11-01'", [0]],
  ["start_time != '2026-11-01'", [1, 2]],
  ["created <= '2026-11-01 09:00'", [0, 2]],
  ["datasets.name = 'beer'", [0]],
  ["datasets.name != 'beer'", [0]],
  ['datasets.name IS NULL', [1, 2]],
  ["(params.opt LIKE 'a_am' AND (metrics.loss < 1)) OR metrics.loss > 0.5", [0, 1]],
  ['params.opt = adam', [0]],
])('%s', (text, wanted) => {
  expect(matched(text)).toEqual(wanted)
})

test.each([
  ['metrics.loss <', '14–14: A number is missing here.'],
  ['lr < 3', '0–2: “lr” is not an attribute of runs. Write params.lr, metrics.lr or tags.lr for a logged key.'],
  ['foo.x = 1', '0–5: “foo” is no kind of column. Begin with metrics, params, tags, datasets, git or attributes, e.g. metrics.x.'],
  ['metrics.a = 1 metrics.b = 2', '14–23: AND or OR is missing before “metrics.b”.'],
  ['(metrics.a = 1', '0–1: This parenthesis is not closed.'],
  ['metrics.a = 1)', '13–14: This parenthesis closes nothing.'],
  ["metrics.a = 'x'", '12–15: “x” is not a number, and metrics.a is compared as one.'],
  ["start_time > 'soon'", "13–19: “soon” is not a date. Write '2026-11-01' or '2026-11-01 14:30'."],
  ["params.opt IN ('a'", '18–18: The list after IN is not closed: a comma or “)” is missing.'],
  ["params.opt = 'a", '13–15: This text is not closed: its last quote is missing.'],
  ['params.opt adam', '11–15: An operator is missing here: = != < <= > >= LIKE ILIKE IN, or IS NULL.'],
  ['metrics.`val lo', '0–15: The quoted key is not closed.'],
  ['metrics. < 3', '0–8: The key after “metrics.” is missing.'],
  ['AND', '0–3: “AND” cannot begin a condition. Begin with a column, e.g. metrics.loss or params.lr.'],
  [`${'('.repeat(200)}metrics.a = 1`, '100–101: It is nested deeper than 100 levels.'],
  ['metrics.loss < NaN', '15–18: NaN is neither less nor more than a number. Write IS NAN or IS NOT NAN.'],
  ['metrics.loss IS soon', '16–20: After IS comes NULL, NAN or FINITE, or NOT and one of them.'],
  ['datasets.size = 1', '0–13: There is no datasets.size; there are name, digest, context.'],
])('%s is refused with its place', (text, wanted) => {
  expect(matched(text)).toBe(wanted)
})

test.each([
  ['', { kind: 'key', typed: '' }],
  ['met', { kind: 'key', typed: 'met' }],
  ['metrics.', { kind: 'key', typed: 'metrics.' }],
  ['metrics.`val lo', { kind: 'key', typed: 'metrics.`val lo' }],
  ['metrics.loss ', { kind: 'operator', typed: '' }],
  ['metrics.loss <', { kind: 'operator', typed: '<' }],
  ['metrics.loss < ', { kind: 'value', typed: '' }],
  ["params.opt = 'ad", { kind: 'value', typed: "'ad" }],
  ["params.opt IN ('a', ", { kind: 'value', typed: '' }],
  ["params.opt = 'a' ", { kind: 'connector', typed: '' }],
  ["params.opt = 'a' AND (", { kind: 'key', typed: '' }],
  ['params.opt IS NOT NULL ', { kind: 'connector', typed: '' }],
  ['NOT ', { kind: 'key', typed: '' }],
])('after “%s” completion knows what comes', (text, wanted) => {
  const { kind, typed } = expectedAt(text, text.length)
  expect({ kind, typed }).toEqual(wanted)
})

test.each([
  ['metrics.loss = NaN', [2]],
  ["metrics.loss = 'NaN'", [2]],
  ['metrics.loss != nan', [0, 1]],
  ['metrics.loss IS NAN', [2]],
  ['metrics.loss is not nan', [0, 1]],
  ['metrics.loss IS FINITE', [0, 1]],
  ['metrics.loss IS NOT FINITE', [2]],
  ['metrics.loss IN (NaN, 0.1)', [0, 2]],
  ['params.lr IS FINITE', [0, 1]],
  ['params.lr IS NOT FINITE', []],
  ['metrics.loss < 0', []],
  ['metrics.loss < inf', [0, 1]],
  ['metrics.loss > -inf', [0, 1]],
])('%s tells NaN from numbers', (text, wanted) => {
  expect(matched(text)).toEqual(wanted)
})

test('NaN is not 0, and so it is among what differs from 0', () => {
  expect([matched('metrics.loss != 0'), matched('metrics.loss != 0 AND metrics.loss IS FINITE'), matched('metrics.loss = 0')]).toEqual([[0, 1, 2], [0, 1], []])
})

test('an infinity, which is kept as the greatest double, is neither finite nor lost', () => {
  const found = (text: string) => { const parsed = parseFilter(text); return parsed.ok && parsed.value ? [0, 1, 2].filter(matcherOf(parsed.value, () => (row) => [Number.MAX_VALUE, -Number.MAX_VALUE, 1][row])) : parsed }
  expect([found('metrics.x IS FINITE'), found('metrics.x IS NOT FINITE'), found('metrics.x = inf'), found('metrics.x = -inf'), found("metrics.x = '-Infinity'")]).toEqual([[2], [0, 1], [0], [1], [1]])
})

test('a key that one family alone has may stand by itself; any other is refused with the nearest', () => {
  const known = knownOf([{ family: 'metrics', key: 'loss' }, { family: 'params', key: 'lr' }, { family: 'metrics', key: 'val loss' }, { family: 'params', key: 'opt' }, { family: 'tags', key: 'opt' }, { family: 'metrics', key: 'duration' }])
  expect([matched('loss < 0.5', known), matched('loss:min <= 0.05', known), matched('`val loss` = 1', known), matched('lr = 0.1 OR loss IS NAN', known), matched('los < 3', known), matched("opt = 'adam'", known), matched('zzz = 1', known)]).toEqual([
    [0], [0], [2], [0, 2], '0–3: No run logged “los”. Did you mean loss?', '0–3: “opt” is of several kinds: write params.opt or tags.opt.', '0–3: No run logged “zzz”.',
  ])
})

test('dates stand without quotes, too', () => {
  expect([matched('start_time > 2026-11-01'), matched('start_time = 2026-11-01'), matched('created <= 2026-11-01 09:00'), matched('start_time > 2026-11-01 AND metrics.loss < 0.5')]).toEqual([[0, 1], [0], [0, 2], [0]])
})

test('durations are written with their units, or in milliseconds', () => {
  const found = (text: string) => { const parsed = parseFilter(text); return parsed.ok && parsed.value ? [0, 1, 2].filter(matcherOf(parsed.value, () => (row) => [59_000, 61_000, 5_400_000][row])) : !parsed.ok && parsed.fault.message }
  expect([found('duration > 1m'), found('duration >= 1h30m'), found("duration < '1 min'"), found('duration > 60500'), found('duration > 90s'), found('duration > soon')]).toEqual([[1, 2], [2], [0], [1, 2], [2], '“soon” is not a duration. Write 90s, 5m, 1h30m or milliseconds.'])
})

test('words alone are looked for in the names of runs', () => {
  const named = (text: string) => { const parsed = parseFilter(text); return parsed.ok && parsed.value ? [0, 1, 2].filter(matcherOf(parsed.value, ({ key }) => (row) => (key === 'run_name' ? ['Fast-cat_1', 'slow cat 1', 'dog 50%'][row] : undefined))) : parsed }
  expect([named('cat'), named('CAT 1'), named('cat_1'), named('50%'), named("'w cat'"), named('bird')]).toEqual([[0, 1], [0, 1], [0], [2], [1], []])
})

test('after IS only what follows it is offered', () => {
  expect([expectedAt('metrics.loss IS ', 16).words, expectedAt('metrics.loss IS NOT ', 20).words, expectedAt('metrics.loss IS NAN ', 20).kind]).toEqual([['NULL', 'NOT NULL', 'NAN', 'NOT NAN', 'FINITE'], ['NULL', 'NAN'], 'connector'])
})

test('completion in the middle replaces the whole word', () => {
  expect(expectedAt('metrics.loss < 0.3 AND params.o', 8)).toEqual({ kind: 'key', from: 0, to: 12, typed: 'metrics.', words: [] })
})

test('a pattern of many signs is matched at once', () => {
  expect(matched(`tags.note LIKE '${'%a'.repeat(40)}'`)).toEqual([])
})
