import { expect, test } from 'vitest'
import { expectSameInPython, runSteps } from '../../server/run-steps.test.util.ts'

const twice = `SELECT * FROM (VALUES (1, 'a', 2.5::DOUBLE), (NULL, 'é', 'nan'::DOUBLE)) t(x, z, y)`
const shouted = { op: 'rename', params: { column: 'c1', name: 'X' } }

test('a value that does not convert becomes missing', async () => {
  const { rows } = await expectSameInPython({
    source: `FROM (VALUES ('17', 'Oslo'), ('x', NULL)) t(age, city)`,
    steps: [{ op: 'changeType', params: { column: 'c0', type: 'BIGINT' } }, { op: 'drop', params: { columns: ['c1'] } }],
  })
  expect(rows).toEqual([['17'], [null]])
})

test('selecting puts columns in the order given, and labels that differ in case only stay apart', async () => {
  const { names, rows } = await expectSameInPython({ source: twice, steps: [shouted, { op: 'select', params: { columns: ['c1', 'c0'] } }] })
  expect(names).toEqual(['X', 'x_2'])
  expect(rows).toEqual([['a', 1], ['é', null]])
})

test('selecting may keep the others behind, also when the row number rides along', async () => {
  const { names } = await expectSameInPython({
    source: twice,
    steps: [shouted, { op: 'shuffle', params: { seed: 3 } }, { op: 'select', params: { columns: ['c2'], others: 'keep' } }],
  })
  expect(names).toEqual(['y', 'x', 'X_2'])
})

test('a rename onto a label that is taken moves the other label', async () => {
  const { names } = await expectSameInPython({
    source: twice,
    steps: [shouted, { op: 'rename', params: { column: 'c0', name: 'y' } }, { op: 'rename', params: { column: 'c1', name: 'naïve "q" \\n' } }],
  })
  expect(names).toEqual(['y', 'naïve "q" \\n', 'y_2'])
})

test('an empty name is refused', async () => {
  const { problems } = await runSteps({ source: twice, steps: [{ op: 'rename', params: { column: 'c0', name: ' ' } }] })
  expect(problems).toEqual(['Rename column: the new name is empty. Write one.'])
})

test('a copy stands beside its column and keeps its value when the column changes', async () => {
  const { names, rows } = await expectSameInPython({
    source: twice,
    steps: [
      shouted,
      { op: 'duplicate', params: { column: 'c0' } },
      { op: 'duplicate', params: { column: 'c0', name: 'X' } },
      { op: 'changeType', params: { column: 'c0', type: 'VARCHAR' } },
    ],
  })
  expect(names).toEqual(['x', 'X_2', 'x copy', 'X_3', 'y'])
  expect(rows[0]).toEqual(['1', 1, 1, 'a', 2.5])
})
