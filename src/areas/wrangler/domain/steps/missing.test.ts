import { expect, test } from 'vitest'
import { expectSameInPython, runSteps } from '../../server/run-steps.test.util.ts'

const nasty = `SELECT * FROM (VALUES
  (1::BIGINT, 2.5::DOUBLE, ' NA ', 'train', 'a', DATE '2020-01-01', 1.50),
  (NULL, 'nan', 'É', 'train', 'a', DATE '2020-01-02', NULL),
  (3, NULL, '', 'train', NULL, DATE '2020-01-05', 2.25),
  (-999, 'inf', NULL, 'test', 'b', NULL, -999.00),
  (9007199254740993, -2.5, chr(160) || 'x', 'test', 'c', DATE '2020-01-09', NULL),
  (NULL, NULL, 'É', NULL, 'b', DATE '2020-01-03', 1.50),
  (3, 0.5, '-', 'train', NULL, DATE '2020-01-04', 2.25)) t(i, x, s, part, k, d, m)`

function fill(column: string, value: unknown) {
  return ({ op: 'fillConstant', params: { columns: [column], value } })
}

test('words and numbers that mean nothing become missing', async () => {
  const { rows } = await expectSameInPython({ source: nasty, steps: [
    { op: 'markMissing', params: { columns: ['c0', 'c1', 'c2', 'c6'], tokens: ['NA', '', '-', '-999', 'nan', '2.5', 'x'] } }, { op: 'select', params: { columns: ['c0', 'c1', 'c2', 'c6'] } }] })
  expect(rows).toEqual([
    ['1', null, null, '1.50'], [null, null, 'É', null], ['3', null, null, '2.25'], [null, 'Infinity', null, null],
    ['9007199254740993', -2.5, null, null], [null, null, 'É', '1.50'], ['3', 0.5, null, '2.25']])
  await expectSameInPython({ source: nasty, steps: [{ op: 'markMissing', params: { columns: ['c0', 'c2', 'c5'] } }] })
})

test('a constant fills what is missing, NaN included, and must fit the type', async () => {
  const { rows } = await expectSameInPython({ source: nasty, steps: [fill('c0', 7), fill('c1', '1.5'), fill('c2', "d'or"), fill('c5', '2021-01-01'), fill('c6', 0.005), fill('c4', '')] })
  expect(rows[1]).toEqual(['7', 1.5, 'É', 'train', 'a', '2020-01-02', '0.01'])
  expect((await runSteps({ source: nasty, steps: [fill('c0', 'none')] })).problems).toEqual(['“none” is no value of “i”, which holds BIGINT. Write another one, or change the column\'s type first.'])
})

for (const how of ['mean', 'median', 'mode']) {
  test(`the ${how} is learnt from finite values and fills NULL and NaN`, async () => {
    const { stages, rows } = await expectSameInPython({ source: nasty, steps: [{ op: 'impute', params: { columns: ['c1', 'c6'], how } }, { op: 'impute', params: { columns: ['c0'], how } }] })
    expect(stages[0]?.learned?.rows[0]).toEqual({ mean: [0.5 / 3, (1.5 + 2.25 - 999 + 1.5 + 2.25) / 5], median: [0.5, 1.5], mode: ['-2.5', '1.50'] }[how])
    expect(rows.some(([i, x, , , , , m]) => i === null || x === null || Number.isNaN(x) || m === null)).toBe(false)
  })
}

test('the mode fits text and dates; ties go to the smallest', async () => {
  const { rows } = await expectSameInPython({ source: nasty, steps: [{ op: 'impute', params: { columns: ['c2', 'c4', 'c5', 'c3'], how: 'mode' } }] })
  expect(rows[3]?.slice(2, 6)).toEqual(['É', 'test', 'b', '2020-01-01'])
  expect(rows[2]?.[4]).toBe('a')
})

test('only train rows teach', async () => {
  const steps = [{ op: 'split', params: { method: 'random', train: 0.5, valid: 0, test: 0.5, seed: 1 } }, { op: 'impute', params: { columns: ['c0'], how: 'mean' } }]
  const many = 'SELECT CASE WHEN range % 5 = 0 THEN NULL ELSE range END AS i FROM range(50)'
  const { stages } = await expectSameInPython({ source: many, steps })
  const known = await runSteps({ source: many, steps: steps.slice(0, 1) })
  const values = known.rows.filter(([i, part]) => i !== null && part === 'train').map(([i]) => Number(i))
  expect(stages[1]?.learned?.rows[0]?.[0]).toBeCloseTo(values.reduce((a, b) => a + b) / values.length, 9)
  expect(stages[1]?.notes).toEqual(['Learned from the train rows only.'])
})

test('a step above the split says at which step that stands', async () => {
  const mean = { op: 'impute', params: { columns: ['c0'], how: 'mean' } }
  const split = { op: 'split', params: { method: 'random', train: 0.5, valid: 0, test: 0.5, seed: 1 } }
  const source = 'SELECT range AS i FROM range(50)'
  const [below, without] = await Promise.all([[mean, split], [mean]].map((steps) => runSteps({ source, steps })))
  expect([below, without].map((run) => run?.stages[0]?.notes)).toEqual([
    ['Learned from all rows, so that the test rows have leaked into it: the split stands below, at step 2. Move the split above this step.'],
    ['Learned from all rows: no split comes before it. If you split later, the test rows have leaked into it.'],
  ])
})

test('nothing to learn leaves values missing', async () => {
  const empty = 'SELECT NULL::BIGINT AS i, NULL::DOUBLE AS x, NULL::VARCHAR AS s FROM range(2)'
  for (const how of ['mean', 'median', 'mode']) {
    const { rows } = await expectSameInPython({ source: empty, steps: [{ op: 'impute', params: { columns: ['c0', 'c1'], how } }, { op: 'imputePerGroup', params: { column: 'c1', groups: ['c2'], how } }] })
    expect(rows).toEqual([[null, null, null], [null, null, null]])
  }
  expect((await expectSameInPython({ source: `${empty} WHERE false`, steps: [{ op: 'impute', params: { columns: ['c0'] } }, { op: 'imputePerGroup', params: { column: 'c1', groups: ['c2'] } }] })).rows).toEqual([])
})

test('a text has no mean', async () => {
  const { problems } = await runSteps({ source: nasty, steps: [{ op: 'impute', params: { columns: ['c2'], how: 'mean' } }] })
  expect(problems).toEqual(['“s” holds VARCHAR, which has no mean. Choose mode, or another column.'])
})

test('each group gives its own value, a group without one that of all rows', async () => {
  for (const how of ['mean', 'median', 'mode']) {
    await expectSameInPython({ source: nasty, steps: [{ op: 'imputePerGroup', params: { column: 'c1', groups: ['c4'], how } }] })
    await expectSameInPython({ source: nasty, steps: [{ op: 'imputePerGroup', params: { column: 'c0', groups: ['c4', 'c1'], how } }] })
    await expectSameInPython({ source: nasty, steps: [{ op: 'imputePerGroup', params: { column: 'c6', groups: ['c5'], how } }] })
  }
  const { rows, stages } = await expectSameInPython({ source: nasty, steps: [{ op: 'imputePerGroup', params: { column: 'c1', groups: ['c4'], how: 'mean' } }] })
  expect(rows.map(([, x]) => x)).toEqual([2.5, 2.5, 0.5, 'Infinity', -2.5, 0.5 / 3, 0.5])
  expect(stages[0]?.learned?.rows[0]).toEqual([true, null, 0.5 / 3])
})

test('the last value goes forward and the next one backward, within groups and in an order', async () => {
  const filled = async (params: Record<string, unknown>) => (await expectSameInPython({ source: nasty, steps: [{ op: 'fillForward', params: { columns: ['c0', 'c1'], ...params } }] })).rows.map(([i, x]) => [i, x])
  expect(await filled({})).toEqual([['1', 2.5], ['1', 2.5], ['3', 2.5], ['-999', 'Infinity'], ['9007199254740993', -2.5], ['9007199254740993', -2.5], ['3', 0.5]])
  expect((await filled({ direction: 'backward' })).slice(0, 2)).toEqual([['1', 2.5], ['3', 'Infinity']])
  expect((await filled({ groups: ['c4'] }))[5]).toEqual(['-999', 'Infinity'])
  expect((await filled({ by: 'c5', direction: 'backward' }))[5]).toEqual(['3', 0.5])
  expect((await filled({ by: 'c5', groups: ['c4', 'c1'] }))[1]).toEqual([null, null])
  await expectSameInPython({ source: nasty, steps: [{ op: 'sort', params: { keys: [{ column: 'c5', descending: true }] } }, { op: 'fillForward', params: { columns: ['c2', 'c4', 'c6'], direction: 'backward' } }] })
})

test('a gap lies on the line between its neighbours, by rows or along a date', async () => {
  const line = async (params: Record<string, unknown>) => (await expectSameInPython({ source: nasty, steps: [{ op: 'interpolate', params: { columns: ['c1', 'c6'], ...params } }] })).rows.map(([, x]) => x)
  expect(await line({})).toEqual([2.5, 1.25, 0, 'Infinity', -2.5, -1, 0.5])
  expect(await line({ by: 'c5' })).toEqual([2.5, expect.closeTo(2.5 - 2 / 3, 9), expect.closeTo(0.5 - 3 / 5, 9), 'Infinity', -2.5, expect.closeTo(2.5 - 4 / 3, 9), 0.5])
  expect(await line({ groups: ['c4'] })).toEqual([2.5, null, null, 'Infinity', -2.5, null, 0.5])
  expect(await line({ groups: ['c4'], ends: 'nearest' })).toEqual([2.5, 2.5, 0.5, 'Infinity', -2.5, null, 0.5])
  await line({ by: 'c0' })
  await line({ by: 'c1', ends: 'nearest' })
  const { problems } = await runSteps({ source: nasty, steps: [{ op: 'interpolate', params: { columns: ['c1'], by: 'c2' } }] })
  expect(problems).toEqual(['Interpolate: “Along (none: row by row)” takes numbers or dates or timestamps, and “s” holds text. Choose another column, or change its type first.'])
})

test('an indicator says where values are missing, and stands beside a column of the same name', async () => {
  const { names, rows } = await expectSameInPython({ source: nasty, steps: [
    { op: 'rename', params: { column: 'c6', name: 'x_missing' } }, { op: 'missingIndicator', params: { columns: ['c1', 'c2', 'c6'] } }, { op: 'fillConstant', params: { columns: ['c1'], value: 0 } }] })
  expect(names).toEqual(['i', 'x', 's', 'part', 'k', 'd', 'x_missing', 'x_missing_2', 's_missing', 'x_missing_missing'])
  expect(rows.map((row) => row.slice(7))).toEqual([[false, false, false], [true, false, true], [true, false, false], [false, true, false], [false, false, true], [true, false, false], [false, false, false]])
})

