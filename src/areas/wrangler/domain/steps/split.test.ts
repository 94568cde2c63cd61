import { expect, test } from 'vitest'
import { expectSameInPython, runSteps } from '../../server/run-steps.test.util.ts'

const people = `SELECT i AS n, CASE WHEN i % 7 = 0 THEN NULL WHEN i % 3 = 0 THEN 'ja' ELSE 'nei æ' END AS answer,
  CASE WHEN i % 11 = 0 THEN 'NaN'::DOUBLE WHEN i % 13 = 0 THEN NULL ELSE i % 5 / 2 END AS score,
  CASE WHEN i % 9 = 0 THEN NULL ELSE DATE '2024-01-01' + (i // 4)::INTEGER END AS day FROM range(60) t(i)`
const shares = { train: 0.6, valid: 0.2, test: 0.2 }

test('a random split is the same in every engine and close to its shares', async () => {
  const { rows, stages } = await expectSameInPython({ source: people, steps: [{ op: 'split', params: { method: 'random', ...shares, seed: 7 } }] })
  const parts = rows.map((row) => String(row[4]))
  expect(new Set(parts)).toEqual(new Set(['train', 'valid', 'test']))
  expect(stages.map(({ cost, train }) => ({ cost, train }))).toEqual([{ cost: 'cell', train: "s1_0 = 'train'" }])
})

test('a part with no share gets no row', async () => {
  const { rows } = await expectSameInPython({ source: people, steps: [{ op: 'split', params: { train: 0.7, valid: 0.3, test: 0 } }] })
  expect(new Set(rows.map((row) => row[4]))).toEqual(new Set(['train', 'valid']))
})

test('a stratified split keeps the shares in every class, missing and NaN as one class', async () => {
  const source = `FROM (VALUES ('a'), ('a'), ('a'), ('a'), ('a'), (NULL), (NULL), (NULL), (NULL), (NULL), ('alone')) t(k)`
  const { rows, stages } = await expectSameInPython({ source, steps: [{ op: 'split', params: { method: 'stratified', column: 'c0', ...shares } }] })
  const counts = (key: unknown) => ['train', 'valid', 'test'].map((part) => rows.filter((row) => row[0] === key && row[1] === part).length)
  expect([counts('a'), counts(null), counts('alone')]).toEqual([[3, 1, 1], [3, 1, 1], [1, 0, 0]])
  expect(stages[0]?.cost).toBe('window')
  await expectSameInPython({ source: people, steps: [{ op: 'split', params: { method: 'stratified', column: 'c2', ...shares } }] })
})

test('a group split keeps the rows of a key together, whatever the type of the key', async () => {
  for (const column of ['c1', 'c2', 'c3']) {
    const { rows } = await expectSameInPython({ source: people, steps: [{ op: 'split', params: { method: 'group', column, ...shares } }] })
    const partsOf = Map.groupBy(rows, (row) => row[Number(column.slice(1))] === 'NaN' ? null : row[Number(column.slice(1))])
    expect([...partsOf.values()].every((members) => new Set(members.map((row) => row[4])).size === 1)).toBe(true)
  }
  const odd = `FROM (VALUES (TIMESTAMP '2024-01-01 10:00:00.5', true, 1.50::DECIMAL(6, 2), TIME '01:02:03.25'), (TIMESTAMP '1969-12-31 00:00:00', false, 0, NULL)) t(a, b, c, d)`
  for (const column of ['c0', 'c1', 'c2', 'c3']) await expectSameInPython({ source: odd, steps: [{ op: 'split', params: { method: 'group', column, ...shares } }] })
})

test('a time split puts the latest rows into test, equal times on one side, and rows without a time nowhere', async () => {
  const source = `FROM (VALUES (DATE '2024-01-05'), (DATE '2024-01-01'), (NULL), (DATE '2024-01-02'), (DATE '2024-01-02'), (DATE '2024-01-03')) t(day)`
  const { rows } = await expectSameInPython({ source, steps: [{ op: 'split', params: { method: 'time', column: 'c0', train: 0.4, valid: 0.3, test: 0.3 } }] })
  expect(rows.map((row) => row[1])).toEqual(['test', 'train', null, 'train', 'train', 'valid'])
})

async function problem(params: Record<string, unknown>) {
  return (await runSteps({ source: people, steps: [{ op: 'split', params }] })).problems
}

test('a split says what is wrong with its params', async () => {
  expect(await problem({ train: 0.9 })).toEqual(['Split: The shares of train, valid and test must add up to 1.'])
  expect(await problem({ method: 'time' })).toEqual(['Split: a time split needs a column. Choose the column that holds the time.'])
  expect(await problem({ method: 'time', column: 'c1' })).toEqual(['Split: “answer” holds VARCHAR, which has no order in time. Choose a date, a timestamp or a number.'])
})

function trainOf(all: readonly (readonly unknown[])[], key: unknown) {
  return all.filter((row) => row[4] === 'train' && row[1] === key).length
}

test('balancing touches train rows only, both ways', async () => {
  for (const method of ['under', 'over']) {
    const { rows, stages } = await expectSameInPython({
      source: people,
      steps: [{ op: 'split', params: { ...shares } }, { op: 'balance', params: { column: 'c1', method } }],
    })
    const before = await runSteps({ source: people, steps: [{ op: 'split', params: { ...shares } }] })
    expect(trainOf(rows, 'ja')).toBe(trainOf(rows, 'nei æ'))
    expect(trainOf(rows, null)).toBe(trainOf(before.rows, null))
    expect(rows.filter((row) => row[4] !== 'train')).toEqual(before.rows.filter((row) => row[4] !== 'train'))
    expect(stages.at(-1)?.train).toBe("s1_0 = 'train'")
  }
})

test('balancing refuses to run before a split', async () => {
  const { problems } = await runSteps({ source: people, steps: [{ op: 'balance', params: { column: 'c1' } }] })
  expect(problems).toEqual(['Balance classes: it needs a split before it, so that only train rows are repeated or left out. Add the step Split above it.'])
})
