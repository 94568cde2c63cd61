import { expect, test } from 'vitest'
import { expectSameInPython, runSteps } from '../../server/run-steps.test.util.ts'

const nasty = `SELECT x::DOUBLE AS x, n::BIGINT AS n, d::DECIMAL(8, 2) AS d, f::FLOAT AS f, i AS i FROM (VALUES
  (1::DOUBLE, 10, 1.25, 0.5::FLOAT, 1), (2, 20, -3.10, 1.5, 2), (3, NULL, 2.00, 2.5, 3), (NULL, 30, NULL, NULL, 4), ('NaN', -5, 0, 'NaN', 5), ('inf', 7, 9.99, 3, 6),
  ('-inf', 7, 100.01, 4, 7), (1000, 4000, 4.5, -2.5, 8), (-2.5, -25, 1.25, -0.5, 9), (0, 0, 0.05, 0, 10)) t(x, n, d, f, i)`
const all = ['c0', 'c1', 'c2', 'c3']
const split = { op: 'split', params: { method: 'time', column: 'c1', train: 0.5, valid: 0, test: 0.5 } }

test('every method of scaling and of logarithm is the same in Python', async () => {
  for (const method of ['standard', 'robust', 'minMax', 'maxAbs']) await expectSameInPython({ source: nasty, steps: [{ op: 'scale', params: { columns: all, method } }] })
  for (const method of ['signedLog', 'ln', 'log10', 'log2', 'sqrt', 'square', 'power', 'reciprocal']) {
    await expectSameInPython({ source: nasty, steps: [{ op: 'logPower', params: { columns: all, method, exponent: -0.5 } }] })
  }
})

test('scaling learns from finite train values only, and a constant column becomes 0', async () => {
  const source = `FROM (VALUES (0::DOUBLE, 1, 5), (10, 2, 5), ('NaN', 3, 5), (1000, 4, 5), ('inf', 5, 5), (NULL, 6, 5)) t(x, t, c)`
  const { rows, stages } = await expectSameInPython({ source, steps: [split, { op: 'scale', params: { columns: ['c0', 'c2'], method: 'minMax' } }] })
  expect(rows.map(([x, , c]) => [x, c])).toEqual([[0, 0], [1, 0], ['NaN', 0], [100, 0], ['Infinity', 0], [null, 0]])
  expect(stages[1]?.notes).toEqual(['Learned from the train rows only.'])
  expect(stages[1]?.learned?.rows).toEqual([[0, 10, 5, 0]])
})

test('fitted steps survive empty tables and columns without a value', async () => {
  for (const source of [`SELECT NULL::DOUBLE AS x, 1 AS t FROM range(3)`, `SELECT 1.5::DOUBLE AS x, 1 AS t FROM range(0)`]) {
    for (const step of [
      { op: 'scale', params: { columns: ['c0'] } }, { op: 'bin', params: { column: 'c0' } }, { op: 'bin', params: { column: 'c0', method: 'quantile', label: 'number' } },
      { op: 'clip', params: { columns: ['c0'] } }, { op: 'outliers', params: { columns: ['c0'], method: 'z', action: 'flag' } }, { op: 'outliers', params: { columns: ['c0'], action: 'remove' } },
    ]) await expectSameInPython({ source, steps: [step] })
  }
})

test('a bin holds its lower edge, the ends are open, and NaN has no bin', async () => {
  const { rows } = await expectSameInPython({ source: `FROM (VALUES (0::DOUBLE), (10), (9.99), (20), ('inf'), ('-inf'), ('NaN'), (NULL)) t(x)`, steps: [
    { op: 'bin', params: { column: 'c0', method: 'custom', edges: ['10', '20', '10'], name: 'size' } },
    { op: 'bin', params: { column: 'c0', method: 'custom', edges: ['10', '20'], label: 'number' } },
  ] })
  expect(rows.map(([, range, number]) => [range, number])).toEqual([['< 10', 0], ['[10, 20)', 1], ['< 10', 0], ['≥ 20', 2], ['≥ 20', 2], ['< 10', 0], [null, null], [null, null]])
  for (const method of ['width', 'quantile']) for (const column of all) await expectSameInPython({ source: nasty, steps: [split, { op: 'bin', params: { column, method, bins: 4 } }] })
})

test('clipping keeps the type and exact integers', async () => {
  const big = `FROM (VALUES (9007199254740993::BIGINT, 'NaN'::DOUBLE), (1, 'inf'), (9007199254740995, -7), (NULL, NULL)) t(n, x)`
  const { rows, types } = await expectSameInPython({ source: big, steps: [
    { op: 'clip', params: { columns: ['c0'], lowQuantile: 0.5, highQuantile: 1 } }, { op: 'clip', params: { columns: ['c1'], method: 'values', low: -2.5, high: 3 } },
  ] })
  expect({ rows, types }).toEqual({ rows: [['9007199254740993', 'NaN'], ['9007199254740993', 3], ['9007199254740995', -2.5], [null, null]], types: ['BIGINT', 'DOUBLE'] })
  await expectSameInPython({ source: nasty, steps: [split, { op: 'clip', params: { columns: all, lowQuantile: 0.2, highQuantile: 0.8 } }] })
  await expectSameInPython({ source: nasty, steps: [{ op: 'clip', params: { columns: all, method: 'values', low: -0.5, high: 2.5 } }] })
})

test('outliers are clipped, removed, made missing or flagged by bounds of the train rows', async () => {
  for (const method of ['iqr', 'z', 'rstd']) for (const action of ['clip', 'remove', 'null', 'flag']) {
    await expectSameInPython({ source: nasty, steps: [split, { op: 'outliers', params: { columns: all, method, action, factor: 1 } }] })
  }
  const { rows } = await expectSameInPython({ source: `FROM (VALUES (1), (2), (3), (4), (100), (NULL)) t(n)`, steps: [{ op: 'outliers', params: { columns: ['c0'], action: 'flag' } }] })
  expect(rows.map(([, flag]) => flag)).toEqual([false, false, false, false, true, false])
})

test('halves are rounded away from zero or to even', async () => {
  const source = `FROM (VALUES (2.5::DOUBLE, 25, 0.125::DECIMAL(5, 3)), (-2.5, -25, -0.375), (3.5, 35, 1), (0.49999999999999994, 9223372036854775807, NULL), ('NaN', NULL, 0), ('inf', 14, 0), (1e308, -15, 0)) t(x, n, d)`
  const round = (half: string) => expectSameInPython({ source, steps: [{ op: 'round', params: { columns: ['c0'], half } }, { op: 'round', params: { columns: ['c1'], decimals: -1, half } }, { op: 'round', params: { columns: ['c2'], decimals: 2, half } }] })
  expect((await round('away')).rows).toEqual([[3, '30', 0.13], [-3, '-30', -0.38], [4, '40', 1], [0, null, null], ['NaN', null, 0], ['Infinity', '10', 0], [1e308, '-20', 0]])
  expect((await round('even')).rows).toEqual([[2, '20', 0.12], [-2, '-20', -0.38], [4, '40', 1], [0, null, null], ['NaN', null, 0], ['Infinity', '10', 0], [1e308, '-20', 0]])
  for (const decimals of [-2, 1]) await expectSameInPython({ source: nasty, steps: [{ op: 'round', params: { columns: all, decimals } }] })
})

test('ranks share places at ties, leave missing values out, and run within groups', async () => {
  const source = `FROM (VALUES (5::DOUBLE, 'a'), (1, 'a'), (5, NULL), (NULL, 'a'), ('NaN', 'a'), (5, 'a'), ('inf', NULL)) t(x, k)`
  const ranks = async (params: Record<string, unknown>) => (await expectSameInPython({ source, steps: [{ op: 'rank', params: { column: 'c0', ...params } }] })).rows.map((row) => row[2])
  expect(await ranks({})).toEqual(['2', '1', '2', null, null, '2', '5'])
  expect(await ranks({ method: 'dense', descending: true })).toEqual(['2', '3', '2', null, null, '2', '1'])
  expect(await ranks({ method: 'percentile' })).toEqual([0.25, 0, 0.25, null, null, 0.25, 1])
  expect(await ranks({ method: 'rowNumber', by: ['c1'] })).toEqual(['2', '1', '1', null, null, '3', '2'])
  for (const column of ['c1']) await ranks({ column })
})

async function problems(op: string, params: Record<string, unknown>) {
  return (await runSteps({ source: nasty, steps: [{ op, params }] })).problems
}

test('numeric steps say what is wrong with their params', async () => {
  expect(await problems('clip', { columns: ['c0'], method: 'values', low: 3, high: 1 })).toEqual(['Clip: the lowest value is above the highest one.'])
  expect(await problems('bin', { column: 'c0', method: 'custom', edges: ['x'] })).toEqual(['Bin: every edge must be a number, one a line.'])
})
